import HedgeAnalytics
import HedgeModel
import TerminalCells

extension HedgePricePresentation {
  /// The figures behind the verdict, most important first.
  var facts: [Fact] {
    guard let price, hasHedge else { return [] }
    let fall = format.phrase(price.breakEvenMove) { format.percentage(-$0, decimals: 2, sign: .both) }
    return [
      Fact("Expected cost", format.phrase(price.expectedCost) { format.money($0) }),
      Fact("Break-even \(benchmark)", fall),
      Fact("Expected carry", carry(price)), Fact("Carry s.e.", money(price.carryError)),
      Fact("Fees in, out, rolls", money(price.fees)), Fact("Slippage", money(price.slippage)),
      Fact("Hedged \(format.glyphs.beta)\(format.currencyName)", money(price.exposure)),
      Fact("Protected", money(price.protectedLoss)),
      Fact("Eaten by the cost", exhaustion(price)), Fact("Next roll", roll(price)),
    ] + outcomeFacts(price)
  }

  /// What every past stretch as long as the holding period brought: the spread behind the expected carry.
  private func outcomeFacts(_ price: HedgePriceFigures) -> [Fact] {
    func share(_ share: Double) -> Phrase {
      format.phrase(price.outcomes, role: { FigureFormat.profitRole($0.percentile(share)) }) {
        format.money($0.percentile(share), sign: .both)
      }
    }
    let count = format.phrase(price.outcomes) {
      "\(format.fixed(Double($0.count), decimals: 0)), \($0.independentCount) in a row"
    }
    return [
      Fact("Funding median", share(0.5)), Fact("Past periods", count),
      Fact("Funding 5 %", share(0.05)), Fact("Funding 95 %", share(0.95)),
      Fact("Funding 25 %", share(0.25)), Fact("Funding 75 %", share(0.75)),
      Fact("Funding worst", share(0)), Fact("Funding best", share(1)),
      Fact("Inefficient in", format.phrase(price.inefficientShare) { "\(format.percentage($0, decimals: 0)) of them" }),
      Fact("Mean over", Phrase(format.period(price.terms.averagingWindow))),
    ]
  }

  private func carry(_ price: HedgePriceFigures) -> Phrase {
    format.phrase(price.expectedCarry, role: FigureFormat.profitRole) {
      "\(FigureFormat.fundingWord($0)) \(format.money($0.magnitude))"
    }
  }

  private func roll(_ price: HedgePriceFigures) -> Phrase {
    guard let next = price.nextRolls.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
      return Phrase("none", .label)
    }
    return Phrase("\(next.value.isoDay) \(next.key.symbol)")
  }

  private func money(_ reading: Reading<Double>) -> Phrase { format.phrase(reading) { format.money($0) } }
}

extension HedgePricePresentation {
  private struct Field {
    let column: TableColumn
    let cell: (Row) -> TableCell
  }

  /// The same hedge in each future there is on its coin.
  var table: TableContent {
    let fields = nameFields + costFields
    return TableContent(
      columns: fields.map(\.column), rowCount: rows.count, row: { index in fields.map { $0.cell(rows[index]) } },
      emptyText: emptyText)
  }

  private var emptyText: String {
    guard hasHedge, let price else { return "" }
    return price.exposure.value == nil ? "no notional to compare" : "no coin is hedged with more than one future"
  }

  private var nameFields: [Field] {
    [
      Field(
        column: TableColumn("Same hedge in", .left, width: .shrinking(minimum: 15), sortIndex: 0),
        cell: { row in
          .phrase(
            Phrase(
              "\(row.isHeld ? String(format.glyphs.bullet) : " ") \(row.alternative.instrument.id.symbol)",
              emphasis: row.isCheapest ? .bold : []))
        }),
      Field(
        column: TableColumn("", .left, width: .content(minimum: 8), priority: 4),
        cell: { row in .phrase(row.isCheapest ? Phrase("cheapest", .calm) : Phrase("")) }),
      Field(
        column: TableColumn("Notional \(format.currencyName)", width: .content(minimum: 8), priority: 8),
        cell: { .phrase(Phrase(format.amount($0.notional), .label)) }),
      Field(
        column: TableColumn("Basis bps", width: .content(minimum: 6), priority: 3, sortIndex: 1),
        cell: { row in .phrase(format.phrase(row.alternative.basis) { format.basisPoints($0 * 10_000) }) }),
    ]
  }

  private var costFields: [Field] {
    let currency = format.currencyName
    func cash(_ reading: Reading<Double>) -> TableCell {
      .phrase(format.phrase(reading, role: FigureFormat.profitRole) { format.amount($0, decimals: 2, sign: .both) })
    }
    func cost(_ reading: Reading<Double>) -> TableCell {
      .phrase(format.phrase(reading) { format.amount($0, decimals: 2) })
    }
    return [
      Field(
        column: TableColumn("Carry \(currency)", width: .content(minimum: 8), priority: 5, sortIndex: 2),
        cell: { cash($0.alternative.carry) }),
      Field(
        column: TableColumn("Fees \(currency)", width: .content(minimum: 7), priority: 6),
        cell: { cost($0.alternative.fees) }),
      Field(
        column: TableColumn("Rolls \(currency)", width: .content(minimum: 7), priority: 7),
        cell: { row in
          row.alternative.rolls.isEmpty ? .phrase(Phrase("none", .label)) : cost(row.alternative.rollCost)
        }),
      Field(
        column: TableColumn("Cost \(currency)", width: .content(minimum: 8), sortIndex: 3),
        cell: { cost($0.alternative.cost) }),
      Field(
        column: TableColumn("Year %", width: .content(minimum: 6), priority: 2, sortIndex: 4),
        cell: { row in .phrase(format.phrase(row.alternative.costPerYear) { format.percent($0, decimals: 2) }) }),
      Field(
        column: TableColumn("First roll", .right, width: .content(minimum: 4), priority: 1),
        cell: { row in
          .phrase(row.alternative.rollDate.map { Phrase($0.isoDay) } ?? Phrase("none", .label))
        }),
    ]
  }
}
