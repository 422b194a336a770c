import FoundationEssentials
import HedgeModel

/// Profit by its causes for people. An unknown figure is a dash; why is told once, at the end.
struct ProfitText {
  private let report: ProfitReport
  private var reasons: [String] = []
  private var sections: [String] = []

  init(_ report: ProfitReport) {
    self.report = report
    let since = Self.words(report.period)
    sections.append("\(report.portfolio) at \(report.at): profit \(since) in \(report.currency)\n")
    let groups = report.strategies + (report.sharedCollateral.map { [$0] } ?? [])
    for group in groups { add(group) }
    if groups.count > 1 {
      var table = Self.table("all together")
      table.add(["total", ""] + cells(report.total))
      sections.append(table.text())
    }
  }

  /// The text, with a line break at its end.
  var text: String {
    let notes = reasons.isEmpty ? [] : ["Unknown\n" + reasons.map { "- \($0)\n" }.joined()]
    return (sections + notes).joined(separator: "\n")
  }

  /// What a profit is counted from, in words.
  private static func words(_ period: String) -> String {
    switch period {
    case "today": "since 00:00 UTC"
    case "rebalance": "since the last rebalance"
    default: "since the opening of each position"
    }
  }

  private static func table(_ title: String) -> TextTable {
    TextTable(
      [.init(title, .words), .init("since", .words)]
        + ["beta", "alpha", "basis", "funding", "fees", "slippage", "collateral", "total", "residual"].map { .init($0) }
    )
  }

  private mutating func add(_ group: ProfitReport.Group) {
    var table = Self.table(group.name)
    for position in group.positions {
      table.add([position.position, position.since ?? "not stated"] + cells(position.parts))
    }
    table.add(["total", group.since ?? ""] + cells(group.total))
    sections.append(table.text())
  }

  private mutating func cells(_ parts: ProfitPartsReport) -> [String] {
    [
      estimate(parts.beta), estimate(parts.alpha), estimate(parts.basis), counted(parts.funding), counted(parts.fees),
      counted(parts.slippage), estimate(parts.collateral), estimate(parts.total), counted(parts.residual),
    ]
  }

  private mutating func estimate(_ figure: FigureReport<Double>) -> String { text(figure.reading) }

  private mutating func counted(_ figure: FigureReport<Decimal>) -> String { text(figure.reading.map(\.inexact)) }

  /// A figure to the cent, marked when stale; a dash when unknown, its reason kept once.
  private mutating func text(_ reading: Reading<Double>) -> String {
    switch reading {
    case .known(let value, let provenance):
      return Figures.fixed(value, 2, signed: true) + (provenance.isStale ? " stale" : "")
    case .unknown(let reason):
      if !reasons.contains(reason.detail) { reasons.append(reason.detail) }
      return "-"
    }
  }
}
