import FoundationEssentials
import HedgeModel

/// Numbers as a ticket's texts write them: without grouping, so that programs read them too.
enum TicketNumber {
  /// An amount of money, to the cent.
  static func money(_ value: Double) -> String { fixed(value, 2) }

  /// So many decimals; the shortest text of a number too large for them, nothing for what is no number.
  static func fixed(_ value: Double, _ decimals: Int, signed: Bool = false) -> String {
    guard value.isFinite else { return "" }
    let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else { return plain(value) }
    let digits = String(Int64(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let text = decimals == 0 ? padded : "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
    if scaled == 0 { return text }
    return value < 0 ? "-" + text : signed ? "+" + text : text
  }

  /// The shortest decimal that reads back as the value, never with an exponent; nothing for what is no number.
  static func plain(_ value: Double) -> String { Decimal(estimate: value)?.description ?? "" }
}
