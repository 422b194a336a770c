/// A number written without an exponent and with few enough digits to be computed with at once, as nearly all are.
///
/// Everything else is left to the standard library, which is slower by far as it takes any text.
struct PlainNumber {
  /// Powers of ten that a `Double` holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  private let isNegative: Bool
  /// The digits without the point.
  private let digits: UInt64
  /// How many of them stand behind the point.
  private let decimals: Int

  /// Nil when `text` is no such number, or none as JSON writes them.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    isNegative = text.first == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    // 18 digits and a point never overflow.
    guard text.count > start, text.count - start <= 19 else { return nil }
    var digits: UInt64 = 0
    var point = text.count
    for position in start..<text.count {
      let digit = text[position] &- UInt8(ascii: "0")
      if digit < 10 {
        digits = digits &* 10 &+ UInt64(digit)
      } else if text[position] == UInt8(ascii: "."), point == text.count {
        point = position
      } else {
        return nil
      }
    }
    let whole = point - start
    guard whole > 0, whole == 1 || text[start] != UInt8(ascii: "0"), point != text.count - 1,
      point < text.count || whole < 19
    else { return nil }
    self.digits = digits
    decimals = max(text.count - point - 1, 0)
  }

  /// The number; nil when it is not certain to be the nearest one: below 2⁵³ the digits are exact, and so is a power of
  /// ten up to 10²², so that the division rounds once (W. D. Clinger, How to read floating point numbers accurately).
  var double: Double? {
    guard digits <= 1 << 53 else { return nil }
    let magnitude = Double(digits) / Self.powers[decimals]
    return isNegative ? -magnitude : magnitude
  }

  /// The number; nil when it has a point.
  var integer: Int64? {
    guard decimals == 0 else { return nil }
    return isNegative ? -Int64(digits) : Int64(digits)
  }
}
