import HedgeAnalytics
import HedgeModel

extension ComparisonReport {
  /// The comparison for people: a dash for what is unknown, its reason below; a mark where a figure is stale.
  var text: String {
    let head = "\(strategy)  \(at)  H \(Figures.trimmed(hedgeRatio, 4)) with \(hedge), \(currency)\n\n"
    return head + table.text() + reasons
  }

  private var table: TextTable {
    var table = TextTable([
      .init("", .words), .init("long"), .init("futures"), .init("net beta"), .init("margin"), .init("funding a day"),
      .init(Figures.percent(-move, 0, signed: true)), .init(Figures.percent(move, 0, signed: true)),
    ])
    for row in rows {
      table.add([
        row.kind, Self.cell(row.longValue, 0), Self.cell(row.legNotional, 0, signed: true),
        Self.cell(row.netBeta, 4, signed: true), Self.cell(row.marginNeeded, 0),
        Self.cell(row.fundingPerDay, 2, signed: true), Self.cell(row.profitAtFall, 0, signed: true),
        Self.cell(row.profitAtRise, 0, signed: true),
      ])
    }
    return table
  }

  private var reasons: String {
    var seen: [String] = []
    for row in rows {
      for figure in row.figures {
        if let detail = figure.reading.unknownReason?.detail, !seen.contains(detail) { seen.append(detail) }
        if figure.reading.isStale, !seen.contains("* stale") { seen.append("* stale") }
      }
    }
    return seen.map { "\($0.hasPrefix("*") ? $0 : "- \($0)")\n" }.joined()
  }

  private static func cell(_ figure: FigureReport<Double>, _ decimals: Int, signed: Bool = false) -> String {
    let text = figure.reading.value.map { Figures.fixed($0, decimals, signed: signed) } ?? "-"
    return figure.reading.isStale ? text + "*" : text
  }
}

extension ComparisonReport.Row {
  fileprivate var figures: [FigureReport<Double>] {
    [longValue, legNotional, netBeta, marginNeeded, fundingPerDay, profitAtFall, profitAtRise]
  }
}
