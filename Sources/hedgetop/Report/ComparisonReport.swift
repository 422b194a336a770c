import HedgeAnalytics
import HedgeModel

/// A comparison of strategies as JSON.
struct ComparisonReport: Encodable {
  /// One strategy.
  struct Row: Encodable {
    let kind: String
    let longValue: FigureReport<Double>
    let legNotional: FigureReport<Double>
    let netBeta: FigureReport<Double>
    let marginNeeded: FigureReport<Double>
    let fundingPerDay: FigureReport<Double>
    let profitAtFall: FigureReport<Double>
    let profitAtRise: FigureReport<Double>
  }

  let schema = "hedgetop.compare.v1"
  let at: String
  let strategy: String
  let currency: String
  let hedge: String
  let hedgeRatio: Double
  let move = HedgeComparison.move
  let rows: [Row]

  /// - Throws: ``ProgramFailure`` when the strategy has no future to compare with.
  init(_ strategy: StrategyFigures, in portfolio: PortfolioFigures, now: Timestamp) throws {
    let reading = ComparisonBook.reading(of: strategy, benchmark: portfolio.benchmark)
    guard let book = reading.value else {
      throw ProgramFailure(reading.unknownReason ?? UnknownReason(.undefined, "there is nothing to compare"))
    }
    at = now.iso8601
    self.strategy = strategy.name
    currency = portfolio.currency.symbol
    hedge = book.hedge.id.description
    hedgeRatio = book.hedgeRatio
    rows = HedgeComparison.rows(book).map { Row($0, now: now) }
  }
}

extension ComparisonReport.Row {
  init(_ row: ComparisonRow, now: Timestamp) {
    func figure(_ reading: Reading<Double>) -> FigureReport<Double> { FigureReport(reading: reading, now: now) }
    self.init(
      kind: row.kind.rawValue, longValue: figure(row.longValue), legNotional: figure(row.legNotional),
      netBeta: figure(row.netBeta), marginNeeded: figure(row.marginNeeded), fundingPerDay: figure(row.fundingPerDay),
      profitAtFall: figure(row.profitAtFall), profitAtRise: figure(row.profitAtRise))
  }
}
