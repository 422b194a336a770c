import ArgumentParser
import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// The assumptions of `hedgetop carry`.
struct CarryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Days the hedge and a carry trade are held. (default: each strategy's holding period; 30 for carry trades)",
      valueName: "days"))
  var days: Double?

  @Option(
    help: ArgumentHelp(
      "Days of realised funding that are averaged. (default: each strategy's average_days, 30 unless stated)",
      valueName: "days"))
  var windowDays: Double?

  @Option(help: ArgumentHelp("Days of past funding the spread of outcomes is taken from.", valueName: "days"))
  var historyDays = 365.0

  @Option(
    help: ArgumentHelp(
      "The fall of the benchmark to be protected against, a fraction. (default: each strategy's drop, 0.1 unless stated)",
      valueName: "fraction"))
  var drop: Double?

  @Option(
    help: ArgumentHelp(
      "Fee of a spot trade, in basis points. (default: the taker fee of the future's account)", valueName: "bps"))
  var spotFeeBps: Double?

  @Option(
    help: ArgumentHelp(
      "Slippage of a trade, in basis points of its value. (default: unknown, and left out)", valueName: "bps"))
  var slippageBps: Double?

  @Option(
    help: ArgumentHelp(
      "Interest a year at which coins can be borrowed, for reverse carry: BTC:0.02,ETH:0.03. (default: the configured borrow_rate)",
      valueName: "rates"),
    transform: { try SpecificationText.numbers($0, "rate") })
  var borrow: [(asset: Asset, value: Decimal)] = []

  @Option(help: ArgumentHelp("How long before its expiry a dated future is rolled.", valueName: "days"))
  var rollDays = 0.0

  func validate() throws {
    try days.map { try Expectation.days($0, "--days") }
    try windowDays.map { try Expectation.days($0, "--window-days") }
    try Expectation.days(historyDays, "--history-days")
    try drop.map {
      try Expectation.require($0 > 0 && $0 <= 1, "--drop: found \($0), expected a fraction above 0 and up to 1")
    }
    try spotFeeBps.map { try Expectation.basisPoints($0, "--spot-fee-bps") }
    try slippageBps.map { try Expectation.basisPoints($0, "--slippage-bps") }
    try Expectation.require(
      (0...3_650).contains(rollDays), "--roll-days: found \(rollDays), expected days from 0 to 3650")
    for rate in borrow {
      try Expectation.require(
        (0...100).contains(rate.value), "--borrow: found \(rate.value) for \(rate.asset), expected a rate from 0 to 100"
      )
    }
  }

  /// How far back past funding of a portfolio is asked for: two windows, so that the mean can be compared with the one
  /// before.
  func history(of portfolio: Portfolio) -> Duration {
    let windows = portfolio.strategies.map(\.policy.costs.averagingWindow.inDays)
    return .days(max(historyDays, 2 * (windowDays ?? windows.max() ?? 0)))
  }

  /// The same assumptions, with what a reverse carry of the portfolio pays for its coins where no other rate is stated.
  func completed(by portfolio: Portfolio) -> CarryOptions {
    var completed = self
    for strategy in portfolio.strategies {
      guard let rate = strategy.borrowRate.flatMap({ Decimal(exactly: "\($0)") }) else { continue }
      completed.borrow += strategy.holdings.map { ($0.asset, rate) }
    }
    return completed
  }

  private func window(of strategy: StrategyFigures) -> Duration {
    windowDays.map { .days($0) } ?? strategy.policy.costs.averagingWindow
  }

  /// The terms of the list, of a strategy's futures.
  func listTerms(of strategy: StrategyFigures) -> CarryTerms {
    CarryTerms(
      holdingPeriod: .days(days ?? 30), averagingWindow: window(of: strategy), spotFee: spotFeeBps.map { $0 / 10_000 },
      borrowRates: Dictionary(borrow.map { ($0.asset, $0.value.inexact) }) { first, _ in first })
  }

  /// The terms of one strategy's price.
  func priceTerms(of strategy: StrategyFigures) -> HedgePriceTerms {
    HedgePriceTerms(
      holdingPeriod: days.map { .days($0) } ?? strategy.policy.holdingPeriod, averagingWindow: window(of: strategy),
      drop: drop ?? strategy.policy.costs.drop, rollLead: .days(rollDays))
  }
}
