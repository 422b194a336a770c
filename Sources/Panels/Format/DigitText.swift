/// Decimal digits of a magnitude, made without any formatter: the one place where a number becomes text.
enum DigitText {
  /// `1,234.50` for 1234.5 with two decimals; nil for NaN and infinities, so that they cannot reach the screen.
  ///
  /// - Parameters:
  ///   - magnitude: what to write; its sign is left out.
  ///   - decimals: digits after the point, 0…12.
  ///   - grouped: whether thousands are separated by commas.
  /// - Returns: the digits, and whether they are all zero, so that a caller need not write a sign before them.
  static func fixed(_ magnitude: Double, decimals: Int, grouped: Bool = true) -> (text: String, isZero: Bool)? {
    guard magnitude.isFinite else { return nil }
    let places = min(max(0, decimals), powers.count - 1)
    let scaled = (magnitude.magnitude * powers[places]).rounded()
    guard scaled < 9e15 else { return beyondExact(magnitude.magnitude) }
    let digits = UInt64(scaled)
    return (text(digits, decimals: places, grouped: grouped), digits == 0)
  }

  /// `12,345.678` from `12345.678`: commas in the whole part of plain decimal digits.
  static func grouped(_ digits: some StringProtocol) -> String {
    let whole = digits.prefix { $0 != "." }
    var result = ""
    result.reserveCapacity(digits.utf8.count + whole.utf8.count / 3)
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    result.append(contentsOf: digits.dropFirst(whole.count))
    return result
  }

  private static func text(_ digits: UInt64, decimals: Int, grouped: Bool) -> String {
    var rest = digits
    var backwards: [UInt8] = []
    backwards.reserveCapacity(28)
    for _ in 0..<decimals {
      backwards.append(zero + UInt8(rest % 10))
      rest /= 10
    }
    if decimals > 0 { backwards.append(UInt8(ascii: ".")) }
    var count = 0
    repeat {
      if grouped, count > 0, count % 3 == 0 { backwards.append(UInt8(ascii: ",")) }
      backwards.append(zero + UInt8(rest % 10))
      rest /= 10
      count += 1
    } while rest > 0
    return String(decoding: backwards.reversed(), as: UTF8.self)
  }

  /// Three significant digits with an exponent, `1.25e20`, where a `Double` no longer holds every digit.
  private static func beyondExact(_ magnitude: Double) -> (text: String, isZero: Bool) {
    var exponent = 0
    var mantissa = magnitude
    while mantissa >= 9.995 {
      mantissa /= 10
      exponent += 1
    }
    return (text(UInt64((mantissa * 100).rounded()), decimals: 2, grouped: false) + "e\(exponent)", false)
  }

  private static let zero = UInt8(ascii: "0")
  private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12]
}
