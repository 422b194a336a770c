import HedgeModel
import TerminalCells

/// Funding received since the legs were opened, over time.
public enum PastFundingPanel: PastPanel {
  /// Funding over time.
  public static let id = PanelID.pastFunding

  static func missing(_ past: PastPresentation) -> [[Phrase]]? {
    past.format.hidesBalances ? [[Phrase("amounts are hidden", .label)]] : past.missing(.funding, what: "funding")
  }

  static func latest(_ past: PastPresentation) -> PanelSummary? {
    past.column(.funding)?.latest.map {
      PanelSummary(past.format.compactMoney($0, sign: .both), role: FigureFormat.profitRole($0))
    }
  }

  static func chart(_ past: PastPresentation) -> PastChart {
    let format = past.format
    let lines = [
      LineChart.Series(samples: past.samples(.funding), role: .text, sign: "*"),
      LineChart.Series(samples: past.level(0), role: .band, sign: ".", mark: "·", spacing: 2),
    ]
    return PastChart(legend: legend(past), chart: past.chart(lines) { format.compact($0, sign: .both) })
  }

  private static func legend(_ past: PastPresentation) -> [[Phrase]] {
    guard let funding = past.column(.funding) else { return [] }
    return [
      [Phrase(past.shown, .title)], cash(funding.change, "in this time", past),
      cash(funding.latest, "since opening", past), past.gaps(funding),
    ]
  }

  /// `received $12.50 in this time`.
  private static func cash(_ value: Double?, _ when: String, _ past: PastPresentation) -> [Phrase] {
    guard let value else { return [] }
    let word = value > 0 ? "received" : value < 0 ? "paid" : "nothing"
    let amount = value == 0 ? "" : " \(past.format.money(value.magnitude))"
    return [Phrase(word + amount, FigureFormat.profitRole(value)), Phrase(" \(when)", .label)]
  }
}
