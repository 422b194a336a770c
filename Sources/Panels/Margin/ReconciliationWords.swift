import HedgeAnalytics
import HedgeModel
import TerminalCells

/// A figure of ours beside its venue's, in words.
struct ReconciliationWords {
  let line: Reconciliation.Line
  let format: FigureFormat

  /// `liquidation price of BTCUSDT`, or `equity` of the account as a whole.
  var subject: String {
    line.subject.rawValue + (line.instrument.map { " of \($0.symbol)" } ?? "")
  }

  /// What we reckon.
  var ours: String { line.ours.value.map(write) ?? format.glyphs.unknown }

  /// What the venue reckons.
  var venue: String { line.venue.value.map(write) ?? format.glyphs.unknown }

  /// Ours against the venue's: `-1.7 %`.
  var difference: String { line.difference.value.map(share) ?? format.glyphs.unknown }

  /// Why they differ; empty when they do not.
  var cause: String { line.cause ?? "" }

  /// All of it: `liquidation price of BTCUSDT 87,420 here, 88,900 at the venue (-1.7 %): the margin table`.
  var sentence: String {
    "\(subject) \(ours) here, \(venue) at the venue (\(difference))" + (cause.isEmpty ? "" : ": \(cause)")
  }

  /// A price as prices are written; an amount, which is in the position's settlement asset or the account's unit,
  /// without a currency.
  func write(_ value: Double) -> String {
    if line.subject == .liquidationPrice { return format.price(value) }
    return format.hidesBalances ? format.hidden : format.fixed(value, decimals: value.magnitude < 100 ? 4 : 2)
  }

  func share(_ value: Double) -> String { format.percentage(value, decimals: 1, sign: .both) }
}
