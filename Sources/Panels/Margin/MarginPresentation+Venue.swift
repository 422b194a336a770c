import HedgeAnalytics
import HedgeModel
import TerminalCells

/// Our figures beside the venue's own, of accounts that are read from it.
extension MarginPresentation {
  private func reconciliation(_ account: AccountFigures) -> Reconciliation? { reconciliations[account.id] }

  /// True when any account differs from what its venue reckons, so that its card needs a line for it.
  var anyDiffers: Bool { rows.contains { reconciliation($0)?.differences.isEmpty == false } }

  /// `agrees`, or a mark that something is off; that nothing could be compared is said where others could be.
  func agreement(_ account: AccountFigures) -> Phrase {
    guard let reconciliation = reconciliation(account) else { return Phrase("not compared", .label) }
    guard reconciliation.differences.isEmpty else { return Phrase("\(format.glyphs.warning) off", .warning) }
    return reconciliation.agrees ? Phrase("agrees", .calm) : Phrase("not compared", .label)
  }

  /// The difference that weighs most: what, ours, the venue's, by how much, why, and how many more there are. Empty
  /// when there is none.
  func difference(_ account: AccountFigures) -> [[Phrase]] {
    guard let differences = reconciliation(account)?.differences,
      let line = differences.max(by: { Self.size($0) < Self.size($1) })
    else { return [] }
    let words = ReconciliationWords(line: line, format: format)
    let more = differences.count > 1 ? [Phrase(" (+\(differences.count - 1) more)", .label)] : []
    return [
      [Phrase("\(format.glyphs.warning) \(words.subject) \(words.difference)", .warning)] + more,
      [Phrase(words.ours), Phrase(" here, ", .label), Phrase(words.venue), Phrase(" at the venue", .label)],
      [Phrase(words.cause, .label)],
    ]
  }

  /// A line for each account that agrees and for each figure that differs, for where there is no panel.
  var venueLines: [String] {
    rows.flatMap { account -> [String] in
      guard let reconciliation = reconciliation(account) else { return [] }
      if reconciliation.agrees { return ["\(account.id) agrees with the venue"] }
      return reconciliation.differences.map {
        "\(format.glyphs.warning) \(account.id): \(ReconciliationWords(line: $0, format: format).sentence)"
      }
    }
  }

  private static func size(_ line: Reconciliation.Line) -> Double { line.difference.value?.magnitude ?? 0 }
}
