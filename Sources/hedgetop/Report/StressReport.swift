import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// A stress table as `stress --json` prints it.
struct StressReport: Encodable {
  /// One scenario.
  struct Row: Encodable {
    let name: String
    let kind: String
    let source: String
    let benchmarkMove: FigureReport<Double>
    let moves: [Move]
    let total: Profit
    let strategies: [Profit]
    let accounts: [AccountRow]
    let firstLiquidation: Liquidation
    /// Why figures are unknown; empty when all are known.
    let unknown: [String]
  }

  /// A coin's move; `rule` is stated, beta, volatility or unmoved.
  struct Move: Encodable {
    let asset: String
    let move: FigureReport<Double>
    let rule: String
  }

  /// What a strategy, or the whole book, gains or loses.
  struct Profit: Encodable {
    let name: String
    let unhedged: FigureReport<Double>
    let hedge: FigureReport<Double>
    let funding: FigureReport<Double>
    let hedged: FigureReport<Double>
    let netBetaBefore: FigureReport<Double>
    let netBetaAfter: FigureReport<Double>
  }

  /// A margin account.
  struct AccountRow: Encodable {
    let account: String
    let marginBefore: FigureReport<Double>
    let marginAfter: FigureReport<Double>
    let equityAfter: FigureReport<Double>
    let liquidation: Liquidation
  }

  /// Whether an account is liquidated, and if so which and how far into the scenario.
  struct Liquidation: Encodable {
    let liquidated: FigureReport<Bool>
    @Nullable var account: String?
    @Nullable var isolatedLeg: String?
    @Nullable var fraction: Double?
  }

  let schema = "hedgetop.stress.v1"
  let at: String
  let portfolio: String
  let currency: String
  let benchmark: String
  let scenarios: [Row]

  init(_ table: StressTable) {
    at = table.now.iso8601
    portfolio = table.portfolio
    currency = table.currency.symbol
    benchmark = table.benchmark.label
    scenarios = table.outcomes.map { Row($0, now: table.now) }
  }
}

extension StressReport.Row {
  fileprivate init(_ outcome: StressOutcome, now: Timestamp) {
    name = outcome.scenario.name
    kind = outcome.scenario.kind.rawValue
    source = outcome.scenario.source
    benchmarkMove = FigureReport(reading: outcome.benchmarkMove, now: now)
    moves = outcome.moves.map {
      StressReport.Move(
        asset: $0.asset.symbol, move: FigureReport(reading: $0.move, now: now), rule: $0.rule.rawValue)
    }
    total = StressReport.Profit(
      "total", outcome.profit, outcome.netBetaBefore, outcome.netBetaAfter, now: now)
    strategies = outcome.strategies.map {
      StressReport.Profit($0.name, $0.profit, $0.netBetaBefore, $0.netBetaAfter, now: now)
    }
    accounts = outcome.accounts.map {
      StressReport.AccountRow(
        account: $0.id.name, marginBefore: FigureReport(reading: $0.marginBefore, now: now),
        marginAfter: FigureReport(reading: $0.marginAfter, now: now),
        equityAfter: FigureReport(reading: $0.equityAfter, now: now),
        liquidation: StressReport.Liquidation($0.liquidation, now: now))
    }
    firstLiquidation = StressReport.Liquidation(outcome.firstLiquidation, now: now)
    unknown = outcome.unknowns.map(\.detail)
  }
}

extension StressReport.Profit {
  fileprivate init(
    _ name: String, _ profit: StressProfit, _ before: Reading<Double>, _ after: Reading<Double>, now: Timestamp
  ) {
    func figure(_ reading: Reading<Double>) -> FigureReport<Double> { FigureReport(reading: reading, now: now) }
    self.init(
      name: name, unhedged: figure(profit.unhedged), hedge: figure(profit.hedge), funding: figure(profit.funding),
      hedged: figure(profit.hedged), netBetaBefore: figure(before), netBetaAfter: figure(after))
  }
}

extension StressReport.Liquidation {
  fileprivate init(_ reading: Reading<StressLiquidation?>, now: Timestamp) {
    let liquidation = reading.value ?? nil
    self.init(
      liquidated: FigureReport(reading: reading.map { $0 != nil }, now: now), account: liquidation?.account.name,
      isolatedLeg: liquidation?.isolatedLeg?.description, fraction: liquidation?.fraction)
  }
}
