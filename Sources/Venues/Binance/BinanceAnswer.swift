/// What answers of Binance have in common.
enum BinanceAnswer {
  /// Reads an answer; what cannot be read becomes the venue's fault.
  static func read<Value>(_ body: () throws(DecodingFault) -> Value) throws(VenueFault) -> Value {
    do throws(DecodingFault) { return try body() } catch { throw .notUnderstood(error) }
  }

  /// The rows of an answer: it is a list, or the only row itself when one symbol was asked for.
  static func rows(of answer: JSONValue) -> [JSONValue] {
    answer.isArray ? Array(answer.elements) : [answer]
  }

  /// The list at `key`.
  static func list(_ key: StaticString, of answer: JSONValue) throws(DecodingFault) -> JSONElements {
    let list = try answer.need(key)
    guard list.isArray else { throw list.fault("a list").within("\(key)") }
    return list.elements
  }

  /// The price at `key`; nil when it is absent or not positive, as `"0"` is how Binance writes that there is none.
  static func price(_ key: StaticString, of row: JSONValue) throws(DecodingFault) -> Double? {
    guard let price = try row.double(key), price > 0 else { return nil }
    return price
  }
}
