/// Numbers as text, without locale: `+0.0612`, `+18.2 %`.
enum NumberWords {
  /// `value` with `digits` decimals, ties away from zero; beyond 10¹² in Swift's own notation.
  static func fixed(_ value: Double, _ digits: Int) -> String {
    let scale = power(digits)
    guard abs(value) < 1e12 else { return "\(value)" }
    let scaled = Int64((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && scaled != 0 ? "-" : ""
    guard digits > 0 else { return sign + String(scaled) }
    let fraction = String(scaled % scale)
    return "\(sign)\(scaled / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  /// `value` with `digits` decimals and always a sign, which a zero does not have.
  static func signed(_ value: Double, _ digits: Int) -> String {
    let text = fixed(value, digits)
    return value > 0 && text.contains { $0 != "0" && $0 != "." } ? "+" + text : text
  }

  /// The fraction `value` in percent with a sign: `+18.2 %`.
  static func percent(_ value: Double, _ digits: Int) -> String { signed(value * 100, digits) + " %" }

  /// `value` with as many decimals as it needs, at most six: a limit as its user wrote it.
  static func trimmed(_ value: Double) -> String {
    var text = fixed(value, 6)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// 10 to the power of `digits`, 0…6.
  private static func power(_ digits: Int) -> Int64 { (0..<digits).reduce(1) { power, _ in power * 10 } }
}
