import FoundationEssentials
import HedgeModel

/// Numbers as the commands print them for people; programs read `--json`.
enum Figures {
  /// So many decimals, thousands grouped by commas; a dash when the number is not finite.
  static func fixed(_ value: Double, _ decimals: Int, signed: Bool = false) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return value.isFinite ? "\(value)" : "-" }
    let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let digits = String(UInt64(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = grouped(padded.dropLast(decimals))
    let text = decimals == 0 ? whole : "\(whole).\(padded.suffix(decimals))"
    if scaled == 0 { return text }
    return value < 0 ? "-" + text : signed ? "+" + text : text
  }

  /// Up to so many decimals, zeros at the end left out: `2.5`, `1,200`.
  static func trimmed(_ value: Double, _ decimals: Int, signed: Bool = false) -> String {
    let text = fixed(value, decimals, signed: signed)
    guard text.contains("."), !text.contains("e") else { return text }
    let digits = text.reversed().drop { $0 == "0" }
    return String((digits.first == "." ? digits.dropFirst() : digits).reversed())
  }

  /// A fraction as a percentage: `12.3 %`.
  static func percent(_ fraction: Double, _ decimals: Int = 1, signed: Bool = false) -> String {
    fixed(fraction * 100, decimals, signed: signed) + " %"
  }

  /// A counted quantity, exact.
  static func exact(_ value: Decimal, signed: Bool = false) -> String {
    let digits = value.magnitude.description
    let whole = digits.prefix { $0 != "." }
    let text = grouped(whole) + digits.dropFirst(whole.count)
    return value < 0 ? "-" + text : signed && value > 0 ? "+" + text : text
  }

  private static func grouped(_ digits: some StringProtocol) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
