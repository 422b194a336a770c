import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import MarketData
import Testing

@testable import HedgeStore

@Suite("Betas of the store")
@MainActor
struct BetaDeskTests {
  private static let lookback = 60
  private static let methods: [BetaMethod] =
    BetaMethod.all + [
      .exponential(.halfLife(bars: 20)), .vasicek(.stated(mean: 1, deviation: 0.3)),
      .kalman(KalmanParameters(processVariance: 1e-3, initialBeta: 0.5)), .twoFactor(second: "SOL"),
    ]

  private static func policies(lookback: Int = lookback) -> [BetaPolicy] {
    methods.map { BetaPolicy(lookback: lookback, method: $0) }
  }

  private func beta(of asset: Asset, in strategy: StrategyFigures) throws -> BetaEstimate {
    let holding = try #require(strategy.holdings.first { $0.asset == asset })
    return try #require(holding.beta.value)
  }

  @Test("each method's beta is that of the batch estimator, after bars that closed while running")
  func methods() throws {
    let bars = MarketBook.bars(days: 120, endingAt: Book.start)
    let fixture = try MarketBook.store(MarketBook.portfolio(Self.policies()), bars, live: 25)
    let batch = BatchBetas(bars, days: 120, lookback: Self.lookback)
    for (strategy, method) in zip(fixture.snapshot.figures.strategies, Self.methods) {
      for asset in MarketBook.coins.dropFirst() {
        let shown = try beta(of: asset, in: strategy)
        let expected = try #require(batch.estimate(of: asset, by: method).value)
        #expect(shown.source == expected.source && shown.observations == expected.observations, "\(method) \(asset)")
        #expect(abs(shown.beta - expected.beta) < 1e-9, "\(method) \(asset)")
        #expect(
          abs((shown.standardError ?? -1) - (expected.standardError ?? -1)) < 1e-9, "\(method) \(asset)")
      }
    }
  }

  @Test("the order in which the bars of one close arrive does not matter")
  func order() throws {
    let bars = MarketBook.bars(days: 100, endingAt: Book.start)
    let portfolio = MarketBook.portfolio(Self.policies())
    let shown = try MarketBook.store(portfolio, bars, live: 5).snapshot.figures
    let reversed = try MarketBook.store(portfolio, bars, live: 5, order: MarketBook.coins.reversed()).snapshot.figures
    #expect(shown.strategies.map(\.holdings) == reversed.strategies.map(\.holdings))
  }

  @Test("bars that arrive in pieces, a refresh between them, give the same betas as together")
  func pieces() throws {
    let bars = MarketBook.bars(days: 100, endingAt: Book.start)
    let portfolio = MarketBook.portfolio(Self.policies())
    let whole = try MarketBook.store(portfolio, bars, live: 1)
    let fixture = try MarketBook.store(portfolio, bars.mapValues { $0.filter { $0.close < Book.start } }, live: 1)
    for asset in MarketBook.coins {
      guard let bar = bars[asset]?.last else { continue }
      fixture.store.lines[0].inbox.post(.bar(MarketBook.market(asset), .day, bar))
      fixture.store.refresh()
    }
    for (shown, expected) in zip(fixture.snapshot.figures.strategies, whole.snapshot.figures.strategies) {
      for asset in MarketBook.coins {
        #expect(try abs(beta(of: asset, in: shown).beta - beta(of: asset, in: expected).beta) < 1e-9)
      }
    }
  }

  @Test("a bar that was late is counted as if it had come in time")
  func late() throws {
    let bars = MarketBook.bars(days: 100, endingAt: Book.start)
    let late = Book.start - .days(3)
    let portfolio = MarketBook.portfolio(Self.policies())
    let whole = try MarketBook.store(portfolio, bars, live: 1)
    let fixture = try MarketBook.store(portfolio, bars.mapValues { $0.filter { $0.close != late } }, live: 1)
    for asset in MarketBook.coins {
      guard let bar = bars[asset]?.first(where: { $0.close == late }) else { continue }
      fixture.store.lines[0].inbox.post(.bar(MarketBook.market(asset), .day, bar))
    }
    fixture.store.refresh()
    for (shown, expected) in zip(fixture.snapshot.figures.strategies, whole.snapshot.figures.strategies) {
      for asset in MarketBook.coins {
        #expect(try abs(beta(of: asset, in: shown).beta - beta(of: asset, in: expected).beta) < 1e-9)
      }
    }
  }

  @Test(
    "a method without a window asks for a year of bars, one with a window for its lookback; more when that is longer",
    arguments: [
      (BetaMethod(.ordinaryLeastSquares), 90, 91), (BetaMethod(.vasicek), 60, 61), (BetaMethod(.twoFactor), 60, 61),
      (BetaMethod(.exponential), 90, 366), (BetaMethod(.kalman), 90, 366), (BetaMethod(.kalman), 500, 501),
    ])
  func needs(_ method: BetaMethod, lookback: Int, bars: Int) {
    let hours = BetaPolicy(lookback: lookback, interval: .hour, method: method)
    #expect(BarNeeds.counts(for: MarketBook.portfolio([BetaPolicy(), hours])) == [.day: 366, .hour: bars])
  }
}

/// What the batch estimators say of the same bars.
private struct BatchBetas {
  let returns: [Asset: [Double]]
  let lookback: Int

  init(_ bars: [Asset: [Bar]], days: Int, lookback: Int) {
    self.lookback = lookback
    let closes = (bars["BTC"] ?? []).map(\.close)
    returns = bars.mapValues { bars in
      let prices = Dictionary(uniqueKeysWithValues: bars.map { ($0.close, $0.price ?? .nan) })
      return zip(closes, closes.dropFirst()).map { before, after in
        ReturnSeries.value(from: prices[before] ?? .nan, to: prices[after] ?? .nan, .log)
      }
    }
  }

  func estimate(of asset: Asset, by method: BetaMethod) -> Reading<BetaEstimate> {
    var second: [Double] = []
    if case .twoFactor(let factor) = method { second = window(factor, method) }
    return BetaEstimator.estimate(
      by: method, asset: window(asset, method), benchmark: window("BTC", method), second: second,
      crossSection: crossSection, minimumObservations: 10, name: asset)
  }

  private func window(_ asset: Asset, _ method: BetaMethod) -> [Double] {
    let all = returns[asset] ?? []
    return switch method {
    case .exponential, .kalman: all
    default: all.suffix(lookback)
    }
  }

  /// Of the coins whose window has no gap.
  private var crossSection: BetaPrior? {
    BetaPrior(
      crossSection: MarketBook.coins.dropFirst().compactMap { asset in
        let line = estimate(of: asset)
        return line.value.flatMap { $0.observations == lookback ? $0.beta : nil }
      })
  }

  private func estimate(of asset: Asset) -> Reading<BetaEstimate> {
    let method = BetaMethod.ordinaryLeastSquares
    return BetaEstimator.estimate(
      by: method, asset: window(asset, method), benchmark: window("BTC", method), minimumObservations: 10, name: asset)
  }
}
