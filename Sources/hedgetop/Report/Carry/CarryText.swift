import HedgeAnalytics
import HedgeModel

/// Carry yields and hedge prices for people. An unknown figure is a dash; why is told once, at the end.
struct CarryText {
  private let report: CarryReport
  private var reasons: [String] = []
  private var sections: [String] = []

  init(_ report: CarryReport) {
    self.report = report
    sections.append("\(report.portfolio) at \(report.at); yields a year of 365 days, simple\n")
    addDated()
    addPerpetuals()
    for strategy in report.strategies { addPrice(strategy) }
  }

  /// The text, with a line break at its end.
  var text: String {
    let notes = reasons.isEmpty ? [] : ["Unknown\n" + reasons.map { "- \($0)\n" }.joined()]
    return (sections + notes).joined(separator: "\n")
  }

  private mutating func addDated() {
    let rows = report.instruments.filter { $0.daysToExpiry != nil }
    guard !rows.isEmpty else { return }
    var table = TextTable([
      .init("dated future", .words), .init("account", .words), .init("basis"), .init("days"), .init("a year"),
      .init("carry after fees"), .init("compound"), .init("reverse"),
    ])
    for row in rows {
      table.add([
        row.instrument, row.account, points(row.basisBps), Figures.trimmed(row.daysToExpiry ?? .nan, 1),
        percent(row.annualisedBasis), net(row.cashAndCarry), compound(row.cashAndCarry), net(row.reverseCarry),
      ])
    }
    sections.append(table.text())
  }

  private mutating func addPerpetuals() {
    let rows = report.instruments.filter { $0.daysToExpiry == nil }
    guard !rows.isEmpty else { return }
    let windows = Set(rows.map(\.averagingWindowDays))
    let mean = windows.count == 1 ? windows.first.map { "\(Figures.trimmed($0, 1)) days' mean" } : nil
    var table = TextTable([
      .init("perpetual", .words), .init("account", .words), .init("basis"), .init("funding"), .init("every"),
      .init("a year"), .init(mean ?? "mean"), .init("carry after fees"), .init("reverse"),
    ])
    for row in rows {
      table.add([
        row.instrument, row.account, points(row.basisBps),
        text(row.fundingRate) { Figures.percent($0, 4, signed: true) },
        text(row.fundingIntervalHours) { "\(Figures.trimmed($0, 2)) h" }, percent(row.fundingYield),
        percent(row.averageFundingYield), net(row.cashAndCarry), net(row.reverseCarry),
      ])
    }
    sections.append(table.text())
  }

  private mutating func addPrice(_ price: HedgePriceReport) {
    var table = TextTable([.init("", .words), .init("", .words)])
    let carry = price.expectedCarry.reading.value ?? 0
    let error = price.carryError.reading.value.map { " (+-\(Figures.fixed($0, 2)))" } ?? ""
    table.add([
      "expected carry",
      text(price.expectedCarry) { "\(carry < 0 ? "pay" : "receive") \(Figures.fixed(abs($0), 2))\(error)" },
    ])
    table.add(["past periods", text(price.outcomes, Self.outcomes)])
    table.add(["fees", text(price.fees) { Figures.fixed($0, 2) }])
    table.add(["slippage", text(price.slippage) { Figures.fixed($0, 2) }])
    table.add([
      "expected cost",
      text(price.expectedCost) { Figures.fixed($0, 2) + (price.includesSlippage ? "" : " without slippage") },
    ])
    table.add(["break-even fall", text(price.breakEvenMove) { Figures.percent($0, 2) }])
    let drop = Figures.percent(price.drop, 1)
    table.add(["protected at -\(drop)", text(price.protectedLoss) { Figures.fixed($0, 2) }])
    table.add(["eaten by the cost", text(price.exhaustedAt) { $0 }])
    table.add([
      "verdict", text(price.inefficient) { $0 ? "INEFFICIENT: costs more than it protects" : "worth holding" },
    ])
    for reversal in price.reversals where reversal.rate || reversal.expectedCarry {
      table.add(["reversed", "\(reversal.instrument): \(reversal.rate ? "the rate" : "the expected carry") has turned"])
    }
    for roll in price.rolls { table.add(["roll", "\(roll.instrument) at \(roll.at)"]) }
    let days = Figures.trimmed(price.holdingPeriodDays, 1)
    sections.append("\(price.strategy): the price of the hedge over \(days) days\n" + table.text(indent: 2))
    for comparison in price.comparisons { addComparison(comparison) }
  }

  private mutating func addComparison(_ comparison: HedgeAlternativesReport) {
    var table = TextTable([
      .init("future", .words), .init("basis"), .init("carry"), .init("fees"), .init("rolls"), .init("cost"),
      .init("a year"), .init("first roll", .words),
    ])
    for row in comparison.alternatives {
      table.add([
        row.instrument, points(row.basisBps), text(row.carry) { Figures.fixed($0, 2, signed: true) },
        text(row.fees) { Figures.fixed($0, 2) }, text(row.rollCost) { Figures.fixed($0, 2) },
        text(row.cost) { Figures.fixed($0, 2) }, percent(row.costPerYear), row.rollDate ?? "none",
      ])
    }
    let side = comparison.notional < 0 ? "short" : "long"
    let notional = Figures.fixed(abs(comparison.notional), 2)
    sections.append("  \(notional) \(side) of \(comparison.underlying) held in\n" + table.text(indent: 2))
  }

  private static func outcomes(_ past: HedgePriceReport.Outcomes) -> String {
    let values = [past.p05, past.median, past.p95].map { Figures.fixed($0, 2, signed: true) }
    return "\(values.joined(separator: " .. ")) (5 %, median, 95 % of \(past.count); \(past.independent) side by side)"
  }

  private mutating func points(_ figure: FigureReport<Double>) -> String {
    text(figure) { Figures.fixed($0, 1, signed: true) + " bps" }
  }

  private mutating func percent(_ figure: FigureReport<Double>) -> String {
    text(figure) { Figures.percent($0, 2, signed: true) }
  }

  private mutating func net(_ figure: FigureReport<InstrumentCarryReport.Yield>) -> String {
    text(figure) { yield in
      let isNow = yield.restsOn == CarryYield.Source.currentFunding.rawValue
      return Figures.percent(yield.net, 2, signed: true) + (isNow ? " now" : "")
    }
  }

  private mutating func compound(_ figure: FigureReport<InstrumentCarryReport.Yield>) -> String {
    text(figure) { $0.compound.map { Figures.percent($0, 2, signed: true) } ?? "-" }
  }

  /// A figure in words, marked when stale; a dash when unknown, its reason kept once.
  private mutating func text<Value>(_ figure: FigureReport<Value>, _ words: (Value) -> String) -> String {
    switch figure.reading {
    case .known(let value, let provenance): return words(value) + (provenance.isStale ? " stale" : "")
    case .unknown(let reason):
      if !reasons.contains(reason.detail) { reasons.append(reason.detail) }
      return "-"
    }
  }
}
