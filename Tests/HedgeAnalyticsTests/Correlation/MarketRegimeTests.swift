import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct MarketRegimeTests {
  /// A hundred values from 0.50 to 0.70.
  static let history = (0..<100).map { 0.5 + 0.2 * Double($0) / 99 }

  static func rule(_ average: Double, _ ratio: Double?, history: [Double] = history) -> MarketRegime.Rule? {
    MarketRegime.judge(
      RegimeEvidence(average: average, history: history, volatilityRatio: ratio, minimumHistory: 30)
    ).value?.rule
  }

  @Test("each rule decides where it should, and stress comes before decoupling")
  func rules() {
    let rows: [(Double, Double?, MarketRegime.Rule, MarketRegime.Word)] = [
      (0.85, 0.5, .correlationsNearOne, .stress), (0.95, nil, .correlationsNearOne, .stress),
      (0.69, 1.5, .highAndAgitated, .stress), (0.69, 1.49, .nothingUnusual, .calm),
      (0.69, nil, .nothingUnusual, .calm), (0.66, 3, .nothingUnusual, .calm), (0.6, 1, .nothingUnusual, .calm),
      (0.51, 1, .nothingUnusual, .calm), (0.499, 1, .lowForItsHistory, .decoupling),
      (0.45, 3, .lowForItsHistory, .decoupling), (0.3, 1, .correlationsLow, .decoupling),
      (-0.1, nil, .correlationsLow, .decoupling),
    ]
    for (average, ratio, rule, word) in rows {
      #expect(Self.rule(average, ratio) == rule && rule.word == word, "\(average), \(ratio ?? .nan)")
    }
  }

  @Test("without history the extremes are told, calm is unknown")
  func withoutHistory() {
    let short = Array(Self.history.prefix(29))
    #expect(Self.rule(0.9, nil, history: short) == .correlationsNearOne)
    #expect(Self.rule(0.2, nil, history: short) == .correlationsLow)
    let reading = MarketRegime.judge(
      RegimeEvidence(average: 0.6, history: short, volatilityRatio: 3, minimumHistory: 30))
    #expect(reading.unknownReason?.kind == .tooFewObservations)
    #expect(reading.unknownReason?.detail.contains("29 of at least 30") == true)
  }

  @Test(
    "coins that always move as one do so without anything having happened",
    arguments: [(0.60, false), (0.80, false), (0.81, true), (0.88, true), (0.95, true)])
  func usual(level: Double, isUsual: Bool) throws {
    let evidence = RegimeEvidence(
      average: 0.9, history: [Double](repeating: level, count: 60), volatilityRatio: nil, minimumHistory: 30)
    let regime = try #require(MarketRegime.judge(evidence).value)
    #expect(regime.word == .stress && regime.isUsual == isUsual)
    let unknown = RegimeEvidence(average: 0.9, history: [], volatilityRatio: nil, minimumHistory: 30)
    #expect(try #require(MarketRegime.judge(unknown).value).isUsual == false)
  }

  @Test("percentile and median of the history: ties count half, NaN not at all")
  func evidence() {
    let evidence = RegimeEvidence(
      average: 2, history: [1, 2, .nan, 2, 3], volatilityRatio: nil, minimumHistory: 4)
    #expect(evidence.percentile == 0.5 && evidence.median == 2 && evidence.history == 4)
    let none = RegimeEvidence(average: 2, history: [1], volatilityRatio: nil, minimumHistory: 4)
    #expect(none.percentile == nil && none.median == nil && none.history == 1)
  }

  @Test("a market that begins to move as one is in stress; one that falls apart decouples")
  func simulated() throws {
    var generator = SeededGenerator(seed: 12)
    func returns(late share: Double) -> ([Double], [Double]) {
      let benchmark = (0..<200).map { _ in 0.02 * generator.normal() }
      let series = (0..<10).flatMap { _ in
        benchmark.enumerated().map { step, move in
          let follows = step < 170 ? 0.8 : share
          return follows * move + 0.02 * (1 - follows * follows).squareRoot() * generator.normal()
        }
      }
      return (series, benchmark)
    }
    for (share, word) in [(0.98, MarketRegime.Word.stress), (0.8, .calm), (0.1, .decoupling)] {
      let (series, benchmark) = returns(late: share)
      let regime = MarketRegime.judge(returns: series, seriesCount: 10, benchmark: benchmark, window: 30)
      #expect(regime.value?.word == word, "\(share): \(regime)")
    }
    let none = MarketRegime.judge(
      returns: [Double](repeating: .nan, count: 40), seriesCount: 2, benchmark: [Double](repeating: 0, count: 20),
      window: 10)
    #expect(none.unknownReason?.kind == .tooFewObservations)
  }

  @Test(
    "the crashes of March 2020 and May 2022 are stress, the rally of other coins in early 2021 is decoupling",
    .enabled(if: ReferenceTable.isPresent, "the shared market data is not beside this package"),
    arguments: [
      ("2020-03-20", MarketRegime.Word.stress), ("2020-10-15", .calm), ("2021-02-25", .decoupling),
      ("2022-05-20", .stress),
    ])
  func history(day: String, word: MarketRegime.Word) throws {
    let prices = try #require(ReferencePrices.daily)
    let assets = prices.prices.keys.sorted()
    let last = try #require(prices.close(of: day))
    let length = try #require(prices.closes.firstIndex(of: last))
    func returns(_ asset: Asset) -> [Double] {
      ReturnSeries.window(prices.bars(of: asset), last: last, lookback: length, interval: .day, .log)
    }
    let regime = MarketRegime.judge(
      returns: assets.flatMap(returns), seriesCount: assets.count, benchmark: returns("BTC"), window: 30)
    #expect(regime.value?.word == word, "\(regime)")
  }
}
