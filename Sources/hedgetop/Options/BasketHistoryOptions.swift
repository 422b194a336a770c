import ArgumentParser
import FoundationEssentials
import HedgeModel

/// The basket and the recorded history it is hedged over, as `backtest` and `band` take them.
struct BasketHistoryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Daily closes of the assets.", valueName: "file"), completion: .file(extensions: ["csv"]))
  var prices: String

  @Option(
    help: ArgumentHelp("The basket: shares at the start that add up to 1.", valueName: "weights"),
    transform: { try BasketText.weights($0) })
  var weights: [(asset: Asset, value: Decimal)]

  @Option(help: ArgumentHelp("Value of the basket at the start.", valueName: "value"))
  var value = 1_000_000.0

  @Option(help: ArgumentHelp("The first day.", valueName: "day"))
  var from: String

  @Option(help: ArgumentHelp("The last day; nothing is traded on it.", valueName: "day"))
  var to: String

  @Option(help: ArgumentHelp("Days in the window betas are estimated over.", valueName: "days"))
  var lookback = 60

  @Option(help: ArgumentHelp("Net beta to aim at.", valueName: "beta"))
  var target = 0.0

  @Option(
    help: ArgumentHelp("The asset betas are measured against and the hedge is on. (default: BTC)", valueName: "asset"),
    transform: SpecificationText.asset)
  var benchmark: Asset = "BTC"

  @Option(
    help: ArgumentHelp("Daily closes of perpetuals, to hedge with one.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var perp: String?

  @Option(help: ArgumentHelp("Funding payments.", valueName: "file"), completion: .file(extensions: ["csv"]))
  var funding: String?

  func validate() throws {
    try Expectation.require(value > 0 && value.isFinite, "--value: found \(value), expected a number above 0")
    try Expectation.require(
      (2...100_000).contains(lookback), "--lookback: found \(lookback), expected days from 2 to 100000")
    try Expectation.require(target.isFinite, "--target: found \(target), expected a number")
  }

  /// The backtest of this basket.
  ///
  /// - Parameters:
  ///   - band: drift beyond which it is rebalanced.
  ///   - fee: of a trade, a fraction of its value.
  func plan(band: Double, fee: Double) -> BacktestPlan {
    BacktestPlan(
      prices: prices, perpetuals: perp, funding: funding, weights: weights, benchmark: benchmark, from: from, to: to,
      value: value, lookback: lookback, target: target, band: band, fee: fee)
  }
}
