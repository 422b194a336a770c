import FoundationEssentials
import HedgeModel

/// Fields of an object: the optional ones are nil when the venue leaves them out, writes null or an empty text, and
/// are never taken for zero; the needed ones are an error then.
extension JSONValue {
  /// The value of `key`.
  ///
  /// - Throws: ``DecodingFault`` naming the key when it is absent.
  public func need(_ key: StaticString) throws(DecodingFault) -> JSONValue {
    guard let value = self[key] else { throw DecodingFault("\(key)", found: "nothing", expected: "a value") }
    return value
  }

  /// The text of `key`; nil when absent.
  public func string(_ key: StaticString) -> String? { self[key]?.string }

  /// The text of `key`.
  ///
  /// - Throws: ``DecodingFault`` naming the key when it is absent.
  public func needString(_ key: StaticString) throws(DecodingFault) -> String { try need(key).string }

  /// The number at `key`, for estimates; nil when absent.
  ///
  /// - Throws: ``DecodingFault`` naming the key when it holds no number.
  public func double(_ key: StaticString) throws(DecodingFault) -> Double? {
    try read(key) { value throws(DecodingFault) in try value.double() }
  }

  /// The number at `key`, for estimates.
  ///
  /// - Throws: ``DecodingFault`` naming the key when it is absent or no number.
  public func needDouble(_ key: StaticString) throws(DecodingFault) -> Double {
    try required(double(key), key)
  }

  /// The number at `key`, exactly as written; nil when absent.
  ///
  /// - Throws: ``DecodingFault`` naming the key when it holds no number.
  public func decimal(_ key: StaticString) throws(DecodingFault) -> Decimal? {
    try read(key) { value throws(DecodingFault) in try value.decimal() }
  }

  /// The number at `key`, exactly as written.
  ///
  /// - Throws: ``DecodingFault`` naming the key when it is absent or no number.
  public func needDecimal(_ key: StaticString) throws(DecodingFault) -> Decimal {
    try required(decimal(key), key)
  }

  /// The whole number at `key`; nil when absent.
  ///
  /// - Throws: ``DecodingFault`` naming the key when it holds none.
  public func integer(_ key: StaticString) throws(DecodingFault) -> Int64? {
    try read(key) { value throws(DecodingFault) in try value.integer() }
  }

  /// The whole number at `key`.
  ///
  /// - Throws: ``DecodingFault`` naming the key when it is absent or none.
  public func needInteger(_ key: StaticString) throws(DecodingFault) -> Int64 {
    try required(integer(key), key)
  }

  /// The instant at `key`, milliseconds since 1970; nil when absent.
  ///
  /// - Throws: ``DecodingFault`` naming the key when it holds no whole number.
  public func milliseconds(_ key: StaticString) throws(DecodingFault) -> Timestamp? {
    try integer(key).map { Timestamp(milliseconds: $0) }
  }

  /// True or false at `key`; nil when absent.
  ///
  /// - Throws: ``DecodingFault`` naming the key when it holds neither.
  public func flag(_ key: StaticString) throws(DecodingFault) -> Bool? {
    try read(key) { value throws(DecodingFault) in try value.flag() }
  }

  private func read<Value>(
    _ key: StaticString, _ convert: (JSONValue) throws(DecodingFault) -> Value
  ) throws(DecodingFault) -> Value? {
    guard let value = self[key] else { return nil }
    do throws(DecodingFault) {
      return try convert(value)
    } catch {
      throw error.within("\(key)")
    }
  }

  private func required<Value>(_ value: Value?, _ key: StaticString) throws(DecodingFault) -> Value {
    guard let value else { throw DecodingFault("\(key)", found: "nothing", expected: "a value") }
    return value
  }
}
