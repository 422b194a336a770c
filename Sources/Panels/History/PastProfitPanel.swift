import HedgeModel
import TerminalCells

/// Profit since the start over time, with the parts it is made of.
public enum PastProfitPanel: PastPanel {
  /// A part of the profit, and the letter its line is drawn with.
  private struct Part {
    let figure: HistoryFigure
    let name: String
    let sign: Character
    let role: ThemeRole
  }

  /// Profit over time.
  public static let id = PanelID.pastProfit

  private static let parts = [
    Part(figure: .profitBeta, name: "beta", sign: "b", role: .target),
    Part(figure: .profitAlpha, name: "alpha", sign: "a", role: .key),
    Part(figure: .profitBasis, name: "basis", sign: "s", role: .band),
    Part(figure: .profitFunding, name: "funding", sign: "f", role: .calm),
    Part(figure: .profitFees, name: "fees", sign: "e", role: .label),
    Part(figure: .profitSlippage, name: "slippage", sign: "l", role: .label),
    Part(figure: .profitCollateral, name: "collateral", sign: "c", role: .title),
  ]

  static func missing(_ past: PastPresentation) -> [[Phrase]]? {
    if past.format.hidesBalances { return [[Phrase("amounts are hidden", .label)]] }
    let reason = past.profitUnknown.map { [Phrase("now: \($0.detail)", .unknown)] }
    return past.missing(.profit, what: "profit since the start").map { lines in
      // Kept or not, what cannot be told now will not be told later either: the reason stands before the remedies.
      guard let reason, let first = lines.first, lines.count > 1 else { return lines }
      return [first, reason] + lines.dropFirst()
    }
  }

  static func latest(_ past: PastPresentation) -> PanelSummary? {
    past.column(.profit)?.latest.map {
      PanelSummary(past.format.compactMoney($0, sign: .both), role: FigureFormat.profitRole($0))
    }
  }

  static func chart(_ past: PastPresentation) -> PastChart {
    let format = past.format
    let shown = parts.filter { isWorthALine($0, past) }
    let lines =
      [LineChart.Series(samples: past.samples(.profit), role: .text, sign: "*")]
      + shown.enumerated().map { index, part in
        LineChart.Series(
          samples: past.samples(part.figure), role: part.role, sign: part.sign, mark: part.sign, spacing: 4,
          offset: index % 4)
      } + [LineChart.Series(samples: past.level(0), role: .band, sign: ".", mark: "·", spacing: 2)]
    let line: Character = format.glyphs.isASCII ? "*" : "▄"
    let total = PastChart.Entry(
      sign: line, role: .text, name: "total", value: amount(past.column(.profit)?.latest, format))
    return PastChart(
      legend: legend(past), chart: past.chart(lines) { format.compact($0, sign: .both) },
      entries: [total]
        + shown.map { part in
          PastChart.Entry(
            sign: part.sign, role: part.role, name: part.name, value: amount(past.column(part.figure)?.latest, format))
        })
  }

  /// A part that has been nothing all the time would only be a letter on the line of zero.
  private static func isWorthALine(_ part: Part, _ past: PastPresentation) -> Bool {
    guard let column = past.column(part.figure) else { return false }
    return (column.minimum ?? 0) != 0 || (column.maximum ?? 0) != 0
  }

  private static func legend(_ past: PastPresentation) -> [[Phrase]] {
    guard let profit = past.column(.profit) else { return [] }
    let change = profit.change.map { value in
      [
        Phrase(past.format.money(value, sign: .both), FigureFormat.profitRole(value)),
        Phrase(" in this time", .label),
      ]
    }
    return [
      [Phrase(past.shown, .title)], change ?? [],
      [Phrase("since the start, \(past.format.currencyName)", .label)], past.gaps(profit),
    ]
  }

  private static func amount(_ value: Double?, _ format: FigureFormat) -> Phrase {
    guard let value else { return Phrase(format.glyphs.unknown, .unknown) }
    return Phrase(format.amount(value, sign: .both), FigureFormat.profitRole(value))
  }
}
