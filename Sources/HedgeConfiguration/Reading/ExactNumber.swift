import FoundationEssentials
import HedgeModel

/// Reads a number exactly as it was written.
enum ExactNumber {
  /// Why a text is no number to count with.
  enum Refusal: Error {
    case notANumber
    case notFinite
    case tooManyDigits
  }

  /// Digits an exact decimal keeps whatever they are.
  static let keptDigits = 38

  /// The exact value of `text`: TOML's own forms (`1_000`, `0x10`, `1e-3`) and plain decimals.
  static func read(_ text: String) throws(Refusal) -> Decimal {
    let sign = text.utf8.first == UInt8(ascii: "-") || text.utf8.first == UInt8(ascii: "+") ? 1 : 0
    let body = text.dropFirst(sign)
    if ["inf", "nan", "infinity"].contains(body.lowercased()) { throw .notFinite }
    if let whole = prefixedInteger(body) { return Decimal(whole) }
    let digits = text.filter { $0 != "_" }
    guard digits.utf8.allSatisfy(isDecimalByte) else { throw .notANumber }
    guard significantDigits(in: digits) <= keptDigits else { throw .tooManyDigits }
    if let value = Decimal(exactly: digits) {
      // A number too small to be kept must not become zero.
      guard value != 0 || significantDigits(in: digits) == 0 else { throw .tooManyDigits }
      return value
    }
    throw Double(digits) == nil ? .notANumber : .tooManyDigits
  }

  /// `0x1F`, `0o17`, `0b11`.
  private static func prefixedInteger(_ body: Substring) -> Int? {
    let radix: Int
    switch body.prefix(2) {
    case "0x": radix = 16
    case "0o": radix = 8
    case "0b": radix = 2
    default: return nil
    }
    return Int(body.dropFirst(2).filter { $0 != "_" }, radix: radix)
  }

  /// Digits that count: without leading zeros, point and exponent.
  private static func significantDigits(in text: String) -> Int {
    text.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }
      .filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      .drop { $0 == UInt8(ascii: "0") }
      .count
  }

  private static func isDecimalByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
