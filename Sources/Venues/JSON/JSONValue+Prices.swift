/// Prices, which are never zero or less: a venue that writes 0 has none.
extension JSONValue {
  /// The price at `key`; nil when absent, zero or negative.
  ///
  /// - Throws: ``DecodingFault`` naming the key when it holds no number.
  func positiveDouble(_ key: StaticString) throws(DecodingFault) -> Double? {
    guard let price = try double(key), price > 0 else { return nil }
    return price
  }

  /// Writes the price at `key` to `price` when a message of changes holds one: nil when it says that there is none any
  /// more. True when the key is there.
  ///
  /// - Throws: ``DecodingFault`` naming the key when it holds no number.
  func change(_ key: StaticString, _ price: inout Double?) throws(DecodingFault) -> Bool {
    guard let stated = stated(key) else { return false }
    if stated.isAbsent {
      price = nil
      return true
    }
    let value: Double
    do throws(DecodingFault) { value = try stated.double() } catch { throw error.within("\(key)") }
    price = value > 0 ? value : nil
    return true
  }
}
