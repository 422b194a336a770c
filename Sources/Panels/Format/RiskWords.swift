import HedgeAnalytics
import HedgeModel
import TerminalCells

/// What the panels of risk say in the same words.
enum RiskWords {
  /// What stands in place of a study: that it is being made, or why it cannot be; nil when it is there.
  static func missing<Study>(_ study: Reading<Study>?, _ format: FigureFormat) -> Phrase? {
    guard let study else { return computing(format) }
    return study.unknownReason.map { Phrase("\(format.glyphs.unknown) \($0.detail)", .unknown) }
  }

  /// A study nobody has made yet.
  static func computing(_ format: FigureFormat) -> Phrase {
    Phrase("computing" + "…".ascii(if: format.glyphs.isASCII, "..."), .label)
  }

  /// A correlation with two decimals and its sign when it is negative.
  static func correlation(_ value: Double, _ format: FigureFormat) -> String { format.fixed(value, decimals: 2) }
}

extension Phrase {
  /// The words as the summary of a panel.
  var summary: PanelSummary { PanelSummary(text, role: role) }
}
