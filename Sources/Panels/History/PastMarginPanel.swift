import Alerting
import HedgeModel
import TerminalCells

/// The worst margin ratio over time with the levels at which it is a warning and critical.
public enum PastMarginPanel: PastPanel {
  /// Margin over time.
  public static let id = PanelID.pastMargin

  static func missing(_ past: PastPresentation) -> [[Phrase]]? { past.missing(.marginRatio, what: "margin ratio") }

  static func latest(_ past: PastPresentation) -> PanelSummary? {
    past.column(.marginRatio)?.latest.map {
      PanelSummary(past.format.percentage($0), role: DangerLevel(normalisedRatio: $0, past.policy).role)
    }
  }

  static func chart(_ past: PastPresentation) -> PastChart {
    let format = past.format
    let (warning, critical) = (past.policy.marginWarning.enter, past.policy.marginCritical.enter)
    let lines = [
      LineChart.Series(samples: past.samples(.marginRatio, extremes: true), role: .text, sign: "*"),
      LineChart.Series(samples: past.level(critical), role: .loss, sign: "=", mark: "╌"),
      LineChart.Series(samples: past.level(warning), role: .warning, sign: "-", mark: "·", spacing: 2),
    ]
    return PastChart(
      legend: legend(past),
      chart: past.chart(lines, bounds: [0, critical], floor: 0) { format.percent($0, decimals: 0) })
  }

  private static func legend(_ past: PastPresentation) -> [[Phrase]] {
    guard let ratio = past.column(.marginRatio) else { return [] }
    let format = past.format
    return [
      [Phrase(past.shown, .title)], highest(ratio, past),
      [Phrase("worst account, % of the way to liquidation", .label)],
      past.clause("warns at", format.percent(past.policy.marginWarning.enter, decimals: 0), .warning),
      past.clause("critical at", format.percent(past.policy.marginCritical.enter, decimals: 0), .breach),
      past.gaps(ratio),
    ]
  }

  private static func highest(_ ratio: HistorySeries.Column, _ past: PastPresentation) -> [Phrase] {
    guard let highest = ratio.maximum else { return [] }
    let level = DangerLevel(normalisedRatio: highest, past.policy)
    let mark = level > .safe ? "\(past.format.glyphs.warning) \(level.word) " : ""
    return past.clause(
      "highest", mark + past.format.percent(highest), level > .safe ? level.role : .text,
      emphasis: level > .safe ? .bold : [])
  }
}
