import HedgeAnalytics
import HedgeModel
import TerminalCells

extension FundingPresentation {
  /// A column with what stands in it.
  struct Field {
    /// The column.
    let column: TableColumn
    /// Its cell of a leg.
    let cell: (LegFigures) -> TableCell
    /// Its cell of the totals.
    var total = TableCell.empty
  }

  /// All columns, left to right; the table leaves out what does not fit.
  var fields: [Field] {
    rateFields + cashFields + [
      Field(
        column: TableColumn("Next", .right, width: .content(minimum: 6), priority: 2),
        cell: { row in .phrase(Phrase(row.funding.rate.value?.nextStamp.map { format.countdown(to: $0) } ?? "", .label))
        },
        total: .phrase(Phrase(strategy.funding.nextStamp.map { format.countdown(to: $0) } ?? "", .label))),
      Field(column: TableColumn("Age", .right), cell: { .phrase(format.agePhrase([$0.funding.perDay.provenance])) }),
    ]
  }

  private var rateFields: [Field] {
    [
      Field(
        column: TableColumn("Leg", .left, width: .shrinking(minimum: 13), sortIndex: 0),
        cell: { .phrase(Phrase($0.id.instrument.symbol)) }, total: .phrase(Phrase("Net"))),
      Field(
        column: TableColumn("Account", .left, width: .shrinking(minimum: 13), priority: 8),
        cell: { .phrase(Phrase($0.id.account.name, .label)) }),
      Field(
        column: TableColumn("Rate %", width: .content(minimum: 7), priority: 3), cell: { .phrase(rate($0)) }),
      Field(
        column: TableColumn("per", .right, width: .content(minimum: 2), priority: 4),
        cell: { row in .phrase(Phrase(row.funding.rate.value.map { format.interval($0.interval) } ?? "", .label)) }),
      Field(
        column: TableColumn("Flow", .left, width: .content(minimum: 7), priority: 1), cell: { .phrase(flow($0)) },
        total: .phrase(word(strategy.funding.perDay))),
    ]
  }

  private var cashFields: [Field] {
    let period = format.period(strategy.funding.holdingPeriod)
    let currency = format.currencyName
    let scale = rows.reduce(0) { max($0, $1.funding.perDay.value?.ifFinite?.magnitude ?? 0) }
    return [
      Field(
        column: TableColumn("\(currency)/day", width: .content(minimum: 8), sortIndex: 1),
        cell: { .phrase(cash($0, \.perDay)) }, total: .phrase(cash(strategy.funding.perDay))),
      Field(
        column: TableColumn(
          "pays \(format.glyphs.middleDot) brings", .left, width: .drawing(minimum: 13, maximum: 41), priority: 9),
        cell: { .signedBar(bar($0), scale: scale, cash($0, \.perDay).role) }),
      Field(
        column: TableColumn("Year %", width: .content(minimum: 6), priority: 1, sortIndex: 2),
        cell: { .phrase(annual($0)) }, total: .phrase(yearly(strategy.funding.annualisedYield))),
      Field(
        column: TableColumn("Accrued \(currency)", width: .content(minimum: 8), priority: 5, sortIndex: 3),
        cell: { .phrase(cash($0, \.accrued)) }, total: .phrase(cash(strategy.funding.accrued))),
      Field(
        column: TableColumn("since", .right, width: .content(minimum: 3), priority: 7),
        cell: { row in
          .phrase(Phrase(row.funding.accruedSince.map { format.shortDuration(format.now - $0) } ?? "", .label))
        }),
      Field(
        column: TableColumn("In \(period) \(currency)", width: .content(minimum: 8), priority: 6, sortIndex: 4),
        cell: { .phrase(cash($0, \.projected)) }, total: .phrase(cash(strategy.funding.projected))),
    ]
  }

  /// The day's cash as a bar; nothing where there is none, or where amounts are hidden.
  private func bar(_ row: LegFigures) -> Double? {
    LegsPresentation.paysFunding(row) && !format.hidesBalances ? row.funding.perDay.value : nil
  }

  private func rate(_ row: LegFigures) -> Phrase {
    guard LegsPresentation.paysFunding(row) else { return Phrase("") }
    return format.phrase(row.funding.rate) { format.percent($0.rate, decimals: 4, sign: .both) }
  }

  private func annual(_ row: LegFigures) -> Phrase {
    guard LegsPresentation.paysFunding(row) else { return Phrase("") }
    return format.phrase(row.funding.annualisedRate) { format.percent($0, decimals: 2, sign: .both) }
  }

  private func yearly(_ reading: Reading<Double>) -> Phrase {
    format.phrase(reading) { format.percent($0, decimals: 2, sign: .both) }
  }

  private func flow(_ row: LegFigures) -> Phrase {
    guard LegsPresentation.paysFunding(row) else { return Phrase("dated", .label) }
    var phrase = word(row.funding.perDay)
    if row.funding.hasReversed {
      phrase = Phrase("\(format.glyphs.warning) \(phrase.text)", row.funding.perDay.isStale ? .stale : .warning)
    }
    return phrase
  }

  private func word(_ reading: Reading<Double>) -> Phrase {
    format.phrase(reading, role: FigureFormat.profitRole) { FigureFormat.fundingWord($0) }
  }

  private func cash(_ row: LegFigures, _ figure: KeyPath<LegFundingFigures, Reading<Double>>) -> Phrase {
    LegsPresentation.paysFunding(row) ? cash(row.funding[keyPath: figure]) : Phrase("")
  }

  private func cash(_ reading: Reading<Double>) -> Phrase {
    format.phrase(reading, role: FigureFormat.profitRole) { format.amount($0, decimals: 2, sign: .both) }
  }
}
