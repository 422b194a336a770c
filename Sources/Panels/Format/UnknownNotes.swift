import HedgeModel
import TerminalCells

/// Why figures of a table are missing, for the line below it.
struct UnknownNotes: Sendable {
  private var first: UnknownReason?
  private var others: Set<UnknownReason> = []

  /// Remembers a reason; each is counted once.
  mutating func note(_ reason: UnknownReason?) {
    guard let reason else { return }
    guard let first else {
      self.first = reason
      return
    }
    if reason != first { others.insert(reason) }
  }

  /// `— no price of simulated:SOL yet (+2 more)`; empty when nothing is missing.
  func phrases(_ format: FigureFormat) -> [Phrase] {
    guard let first else { return [] }
    let more = others.isEmpty ? "" : " (+\(others.count) more)"
    return [Phrase(format.glyphs.unknown + " " + first.detail + more, .unknown)]
  }
}
