import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import TerminalCells

/// Everything known of one position's profit.
struct AttributionDetails {
  let row: AttributionPresentation.Row
  let presentation: AttributionPresentation

  private var format: FigureFormat { presentation.format }

  /// Each period: since when, the total, the parts, and the residual.
  var lines: [DetailLine] {
    [DetailLine("Position", row.name)] + zip(AttributionPresentation.periods, row.figures).flatMap(lines)
  }

  private func lines(_ period: AttributionPeriod, _ figures: PositionAttribution) -> [DetailLine] {
    let title = AttributionWords.title(period)
    let since = figures.since.map { ClockText.dayAndTime($0) } ?? "not stated"
    return [
      DetailLine("\(title): counts from", since),
      DetailLine("\(title): profit", figures.parts.total, format) { format.money($0, sign: .both) },
    ]
      + AttributionPart.allCases.map { part in
        DetailLine("\(title): \(part.rawValue)", figures.parts[part], format) { format.money($0, sign: .both) }
      } + [
        DetailLine("\(title): residual", figures.parts.residual, format) { format.money($0.inexact, sign: .both) }
      ]
  }
}
