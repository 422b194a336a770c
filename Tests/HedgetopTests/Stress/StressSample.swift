import HedgeAnalytics
import HedgeModel

/// A stress table made by hand, with everything a table may hold.
enum StressSample {
  static let now = Timestamp(milliseconds: 1_795_000_000_000)
  private static let fresh = Provenance(asOf: now - .seconds(2), source: "simulated")
  private static let late = Provenance(asOf: now - .hours(2), source: "simulated", isStale: true)

  static func known(_ value: Double) -> Reading<Double> { .known(value, fresh) }

  static func unknown<Value>(_ detail: String) -> Reading<Value> { .unknown(UnknownReason(.notReceived, detail)) }

  static func profit(
    _ unhedged: Reading<Double>, _ hedge: Reading<Double>, _ funding: Double = 0
  ) -> StressProfit {
    StressProfit(unhedged: unhedged, hedge: hedge, funding: .known(funding, fresh))
  }

  static func strategy(_ name: String, _ profit: StressProfit, after: Reading<Double>) -> StressStrategyOutcome {
    StressStrategyOutcome(
      name: name, profit: profit, spotValueAfter: known(900_000), legNotionalAfter: known(-400_000),
      netBetaBefore: known(0.2112), netBetaAfter: after)
  }

  static func account(
    _ name: String, _ before: Double, _ after: Reading<Double>, _ liquidation: Reading<StressLiquidation?>
  ) -> StressAccountOutcome {
    StressAccountOutcome(
      id: AccountID(name), marginBefore: known(before), marginAfter: after, equityAfter: known(123_456.7),
      liquidation: liquidation)
  }

  static func move(_ asset: Asset, _ move: Reading<Double>, _ rule: StressMove.Rule) -> StressMove {
    StressMove(asset: asset, move: move, rule: rule)
  }

  static let fall = StressOutcome(
    scenario: StressScenario(
      name: "benchmark -10 %", kind: .benchmark, source: "standard scenarios, 2026-11-21", prices: .benchmark(-0.1)),
    benchmarkMove: .stated(-0.1),
    moves: [move("BTC", .stated(-0.1), .beta), move("ETH", known(-0.1152), .beta)],
    strategies: [
      strategy("Core", profit(known(-100_000.4), known(80_000.4)), after: known(0.215)),
      strategy("Carry", profit(known(-20_000), known(20_000)), after: known(0)),
    ],
    profit: profit(known(-120_000.4), known(100_000.4)), netBetaBefore: known(0.2), netBetaAfter: known(0.205),
    accounts: [
      account("dollar margin", 0.12, known(0.07), .known(nil, fresh)),
      account("coin margin", 0.08, known(0.09), .known(nil, fresh)),
    ])

  static let squeeze = StressOutcome(
    scenario: StressScenario(
      name: "squeeze", kind: .custom, source: "stated in hedge.toml", prices: .benchmark(1),
      funding: FundingShock(rate: -0.003, duration: .days(3), isAgainstPosition: false)),
    benchmarkMove: .stated(1), moves: [move("BTC", .stated(1), .beta)],
    strategies: [
      strategy("Core", profit(known(1e6), known(-1_234_567.6), -12_345), after: .known(-0.5, late))
    ],
    profit: profit(known(1e6), .known(-1_234_567.6, late), -12_345), netBetaBefore: known(0.2),
    netBetaAfter: .known(-0.5, late),
    accounts: [
      account(
        "dollar margin", 0.12, .known(10, late),
        .known(StressLiquidation(account: "dollar margin", isolatedLeg: nil, fraction: 0.456), late)),
      account(
        "coin margin", 1.2, known(3),
        .known(
          StressLiquidation(
            account: "coin margin", isolatedLeg: InstrumentID(venue: "simulated", symbol: "SOL-PERP"), fraction: 0),
          fresh)),
    ])

  static let march = StressOutcome(
    scenario: StressScenario(
      name: "March 2020", kind: .historical, source: "closes of 2020-03-07 to 2020-03-12, Binance spot, USDT",
      prices: .stated(["BTC": -0.4599], benchmark: nil, others: .beta)),
    benchmarkMove: .stated(-0.4599),
    moves: [
      move("BTC", .stated(-0.4599), .stated), move("DOT", unknown("no beta of DOT yet"), .beta),
      move("SOL", known(-0.668), .beta),
    ],
    strategies: [strategy("Core", profit(unknown("no beta of DOT yet"), known(300_000)), after: unknown("no beta"))],
    profit: profit(unknown("no beta of DOT yet"), known(300_000)), netBetaBefore: known(0.2),
    netBetaAfter: unknown("no beta of DOT yet"),
    accounts: [
      account("dollar margin", 0.12, unknown("no mark price"), unknown("no mark price")),
      account("coin margin", 0.08, known(0.05), .known(nil, fresh)),
    ])

  static func table(_ outcomes: [StressOutcome] = [fall, squeeze, march]) -> StressTable {
    StressTable(
      now: now, portfolio: "Sample portfolio", currency: "USD", benchmark: Benchmark("BTC"), outcomes: outcomes)
  }
}
