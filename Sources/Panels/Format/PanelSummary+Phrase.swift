import TerminalCells

extension PanelSummary {
  /// The summary of a panel without a strategy.
  static let nothing = PanelSummary("no strategy", role: .unknown)

  /// The summary as it is written on a panel's title or only line.
  var phrase: Phrase {
    Phrase(text, role, emphasis: role == .breach ? [.bold, .reverse] : role == .stale ? .bold : [])
  }
}

extension Int {
  /// Nothing: ends a function that returns what a drawing took.
  var discarded: Void { () }
}
