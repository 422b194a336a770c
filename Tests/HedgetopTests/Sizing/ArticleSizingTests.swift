import ArgumentParser
import FoundationEssentials
import Testing

@testable import hedgetop

/// The sizing examples of the articles, each by the command line that asks for it.
@Suite struct ArticleSizingTests {
  /// What a command line must give; nil where the example says nothing.
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let arguments: String
    var notional: Double?
    var exact: [Double]?
    var contracts: [String]?
    var residual: [Double]?
    var achieved: Double?
  }

  static let examples = [
    Example(
      testDescription: "10,000 of ETH at beta 1.2 is 12,000 of BTC", arguments: "--spot ETH:10000:beta=1.2",
      notional: -12_000, exact: []),
    Example(
      testDescription: "a basket of 100,000 at beta 1.3 is 130,000 short", arguments: "--spot basket:100000:beta=1.3",
      notional: -130_000),
    Example(
      testDescription: "5 BTC take 5 contracts of one coin", arguments: "--spot BTC:5@65000 --contract 1@65000",
      notional: -325_000, exact: [-5], contracts: ["-5"], residual: [0], achieved: 1),
    Example(
      testDescription: "half of it is two and a half, exactly",
      arguments: "--spot BTC:5@65000 --contract 1@65000 --hedge-ratio 0.5", exact: [-2.5], contracts: ["-2.5"],
      residual: [0], achieved: 0.5),
    Example(
      testDescription: "two whole contracts leave 0.60",
      arguments: "--spot BTC:5@65000 --contract 1@65000 --hedge-ratio 0.5 --lot 1 --rounding toward-zero",
      contracts: ["-2"], residual: [0.1], achieved: 0.4),
    Example(
      testDescription: "three whole contracts leave 0.40",
      arguments: "--spot BTC:5@65000 --contract 1@65000 --hedge-ratio 0.5 --lot 1 --rounding away-from-zero",
      contracts: ["-3"], residual: [-0.1], achieved: 0.6),
    Example(
      testDescription: "each coin with its own future at 0.6: 1.8 BTC and 24 ETH",
      arguments: "--spot BTC:3@65000 --spot ETH:40@3500 --hedge-ratio 0.6 --same-asset", notional: -201_000,
      exact: [-1.8, -24], contracts: ["-1.8", "-24"], residual: [0, 0], achieved: 0.6),
    Example(
      testDescription: "in whole contracts 1.8 becomes 2",
      arguments: "--spot BTC:3@65000 --spot ETH:40@3500 --hedge-ratio 0.6 --same-asset --lot 1",
      contracts: ["-2", "-24"], residual: [-0.038_805_970_149, 0]),
    Example(
      testDescription: "a beta of 0.8 raised to 1.5 takes 17.5 long",
      arguments: "--spot stocks:5000000:beta=0.8 --contract 25@8000 --target-beta 1.5", exact: [17.5],
      contracts: ["17.5"]),
    Example(
      testDescription: "a beta of 1.2 taken to nothing is 31.68 short",
      arguments: "--spot stocks:10000000:beta=1.2 --contract 1@378750 --target-beta 0", exact: [-31.683_168_316_8],
      contracts: ["-31.683"]),
    Example(
      testDescription: "and to 0.8 is 10.56 short",
      arguments: "--spot stocks:10000000:beta=1.2 --contract 1@378750 --target-beta 0.8", exact: [-10.561_056_105_6]),
    Example(
      testDescription: "120,000 take 1,200 inverse contracts of 100",
      arguments: "--spot BTC:120000 --contract 100 --inverse", exact: [-1200], contracts: ["-1200"]),
    Example(
      testDescription: "what is short already need not be sold again",
      arguments: "--spot BTC:5@65000 --contract 1@65000:held=-2", exact: [-3], contracts: ["-3"], achieved: 1),
    Example(
      testDescription: "a future on a part of the benchmark takes more than one for one",
      arguments: "--spot BTC:1@65000:beta=0.841629 --contract 1@65000:beta=0.841629", exact: [-1], achieved: 1),
  ]

  static func report(_ arguments: String) throws -> SizeReport {
    let command = try SizeHedgeCommand.parse(arguments.split(separator: " ").map(String.init))
    return SizeReport(try HedgeResult(command.order))
  }

  @Test("the example's figures are found", arguments: examples)
  func figures(example: Example) throws {
    let report = try Self.report(example.arguments)
    if let notional = example.notional { #expect(isClose(report.targetNotional, notional)) }
    if let exact = example.exact {
      #expect(report.trades.count == exact.count)
      for (trade, expected) in zip(report.trades, exact) { #expect(isClose(trade.exactContracts, expected)) }
    }
    if let contracts = example.contracts {
      #expect(report.trades.map { $0.contracts } == contracts.compactMap { Decimal(string: $0) })
    }
    if let residual = example.residual {
      for (trade, expected) in zip(report.trades, residual) {
        #expect(abs(trade.residualBeta - expected) < 1e-9, "\(trade.residualBeta), expected \(expected)")
      }
    }
    if let achieved = example.achieved { #expect(isClose(report.achievedHedgeRatio, achieved)) }
  }

  @Test("at -10 % spot loses 32,500, half a hedge earns 16,250, and 308,750 are left instead of 292,500")
  func impact() throws {
    let report = try Self.report("--spot BTC:5@65000 --contract 1@65000 --hedge-ratio 0.5")
    let row = try #require(report.impacts.first { $0.benchmarkMove == -0.1 })
    #expect(isClose(row.unhedgedProfit, -32_500) && isClose(row.futuresProfit, 16_250))
    #expect(isClose(row.hedgedProfit, -16_250))
    #expect(isClose(row.unhedgedValue, 292_500) && isClose(row.hedgedValue, 308_750))
    #expect(report.impacts.map(\.benchmarkMove) == [-0.2, -0.1, 0.1, 0.2])
  }

  @Test("a lot too coarse for the band is told, and only then")
  func feasibility() throws {
    let coarse = try Self.report("--spot BTC:3@65000 --contract 1@65000 --lot 1 --hedge-ratio 0.6")
    #expect(coarse.trades.map(\.warnings) == [["band_infeasible"]])
    #expect(coarse.trades.map(\.bandFeasible) == [false])
    let fine = try Self.report("--spot BTC:3@65000 --contract 1@65000 --lot 0.1 --hedge-ratio 0.6")
    #expect(fine.trades.map(\.warnings) == [[]])
    #expect(fine.inBand == true)
  }

  @Test("an order below the venue's minimum is not traded and says why")
  func minimum() throws {
    let report = try Self.report(
      "--spot BTC:0.01@65000 --contract 1@65000 --minimum-notional 1000 --hedge-ratio 0.5")
    #expect(report.trades.map { $0.contracts } == [0])
    #expect(report.trades.map(\.warnings) == [["below_minimum_notional"]])
  }

  @Test("two baskets whose betas cancel")
  func pair() throws {
    let neutral = try PairReport(gross: 100_000, longBeta: 1.5, shortBeta: 1.2, isDollarNeutral: false)
    #expect(isClose(neutral.longValue, 44_444.444_444_4) && isClose(neutral.shortValue, 55_555.555_555_6))
    #expect(abs(neutral.netBetaValue) < 1e-6 && neutral.benchmarkValue == 0)
    let three = try PairReport(gross: 100_000, longBeta: 1.5, shortBeta: 1.2, isDollarNeutral: true)
    #expect(three.longValue == three.shortValue && isClose(three.benchmarkValue, -15_000))
    #expect(abs(three.netBetaValue) < 1e-6)
  }

  @Test("a composite's parts have betas 0.841629 and 1.158371, and their weighted sum is one")
  func composite() throws {
    let command = try SizeCompositeCommand.parse([
      "--weights", "BTC:0.5,ETH:0.5", "--volatility", "BTC:0.03,ETH:0.04", "--correlation", "0.8",
    ])
    let report = try CompositeReport(
      command.weights, volatility: command.volatility, correlation: command.correlation)
    #expect(abs((report.betas["BTC"] ?? 0) - 0.841629) < 5e-7)
    #expect(abs((report.betas["ETH"] ?? 0) - 1.158371) < 5e-7)
    #expect(isClose(report.betas.reduce(0) { $0 + $1.value * 0.5 }, 1))
  }
}
