import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct StressMoveTests {
  static func three() -> Book {
    var book = Book()
    book.list("BTC", price: 50_000)
    book.list("ETH", price: 2_500, beta: 1.2, error: 0.1)
    book.list("SOL", price: 100, beta: 1.6, error: 0.2)
    book.future("BTC", mark: 50_000)
    book.future("SOL", mark: 100)
    book.account(balances: ["USD": 100_000])
    book.strategy(
      "core", [Book.holding("ETH", 40), Book.holding("SOL", 500)],
      [Book.leg("BTC", -2, entry: 50_000), Book.leg("SOL", -1_000, entry: 100)])
    return book
  }

  private func moves(_ scenario: StressScenario, _ book: Book = three()) throws -> [Asset: Double] {
    try StressGoldenTests.outcome(book, scenario).moves.reduce(into: [:]) { $0[$1.asset] = $1.move.value }
  }

  @Test("listed coins move as listed; others by beta of the listed benchmark's move, or not at all")
  func listed() throws {
    let following = try StressGoldenTests.outcome(Self.three(), .stated(["BTC": -0.3, "ETH": -0.42]))
    #expect(following.moves.map(\.rule) == [.stated, .stated, .beta])
    #expect(following.moves[2].move.isClose(to: -0.48))
    #expect(following.coins(moving: .beta) == ["SOL"] && following.benchmarkMove.isClose(to: -0.3))
    let standing = try StressGoldenTests.outcome(Self.three(), .stated(["BTC": -0.3], others: .unmoved))
    #expect(standing.coins(moving: .unmoved) == ["ETH", "SOL"])
    #expect(standing.moves.map(\.move.value) == [-0.3, 0, 0])
  }

  @Test("a stated benchmark move is what the others follow")
  func statedBenchmark() throws {
    let moves = try moves(.stated(["ETH": -0.5], benchmark: -0.1))
    #expect(isClose(moves["SOL"] ?? 0, -0.16) && moves["ETH"] == -0.5 && isClose(moves["BTC"] ?? 0, -0.1))
  }

  @Test("without the benchmark's move coins that follow it are unknown, and those listed are not")
  func noBenchmarkMove() throws {
    let outcome = try StressGoldenTests.outcome(Self.three(), .stated(["ETH": -0.5]))
    #expect(outcome.moves.map(\.move.value) == [nil, -0.5, nil])
    #expect(outcome.benchmarkMove.unknownReason?.kind == .notConfigured)
    #expect(outcome.profit.hedged.value == nil)
    #expect(outcome.unknowns.contains { $0.detail.contains("states no move of BTC") })
  }

  @Test("no price falls by more than all of it, and the book still has figures", arguments: [-0.7, -1, -3])
  func floor(move: Double) throws {
    let outcome = try StressGoldenTests.outcome(Self.three(), .benchmark(move))
    #expect(outcome.moves[2].move.value == -1)
    #expect(outcome.profit.hedged.value != nil)
    let lost = try #require(outcome.profit.unhedged.value)
    #expect(lost >= -150_000 - 1e-6)
  }

  @Test("a composite benchmark's move is the weighted move of its parts")
  func composite() throws {
    var book = Self.three()
    book.benchmark = try #require(
      Benchmark(components: [.init(asset: "BTC", weight: 0.6), .init(asset: "ETH", weight: 0.4)]))
    book.betas["BTC"] = BetaEstimate(source: .regression, beta: 0.9, standardError: 0.01)
    let outcome = try StressGoldenTests.outcome(book, .stated(["BTC": -0.2, "ETH": -0.3]))
    #expect(outcome.benchmarkMove.isClose(to: -0.24))
    #expect(outcome.moves[2].move.isClose(to: 1.6 * -0.24))
  }

  @Test("with all correlations one, coins move by their volatilities and so do the betas of the net beta after")
  func correlated() throws {
    let volatilities: [Asset: Reading<Double>] = ["BTC": .stated(0.5), "ETH": .stated(0.75), "SOL": .stated(1)]
    let outcome = try StressGoldenTests.outcome(Self.three(), .correlated(-0.2), volatilities: volatilities)
    #expect(outcome.moves.map(\.rule) == [.volatility, .volatility, .volatility])
    #expect(zip(outcome.moves, [-0.2, -0.3, -0.4]).allSatisfy { $0.move.isClose(to: $1) })
    // Spot 70,000·1.5 + 30,000·2, legs −80,000·1 − 60,000·2, over 100,000.
    #expect(outcome.netBetaAfter.isClose(to: -0.35))
  }

  @Test("of a composite the correlated moves add up to the benchmark's")
  func correlatedComposite() throws {
    var book = Self.three()
    book.benchmark = try #require(
      Benchmark(components: [.init(asset: "BTC", weight: 0.6), .init(asset: "ETH", weight: 0.4)]))
    let volatilities: [Asset: Reading<Double>] = ["BTC": .stated(0.5), "ETH": .stated(0.75), "SOL": .stated(1)]
    let moves = try StressGoldenTests.outcome(book, .correlated(-0.2), volatilities: volatilities).moves
    #expect((moves[0].move * 0.6 + moves[1].move * 0.4).isClose(to: -0.2))
  }

  @Test("a coin without a volatility is unknown with the reason, the benchmark moves all the same")
  func noVolatility() throws {
    let outcome = try StressGoldenTests.outcome(
      Self.three(), .correlated(-0.2), volatilities: ["BTC": .stated(0.5), "SOL": .stated(1)])
    #expect(outcome.moves[0].move.value == -0.2 && outcome.moves[2].move.isClose(to: -0.4))
    #expect(outcome.moves[1].move.unknownReason?.detail == "no realised volatility of ETH")
    #expect(outcome.profit.unhedged.value == nil && outcome.profit.hedge.value != nil)
  }

  @Test("betas off by two standard errors: both signs, and each coin to the side that costs the book more")
  func betaErrors() throws {
    func outcome(_ side: BetaShock.Side) throws -> StressOutcome {
      try StressGoldenTests.outcome(
        Self.three(), .benchmark(-0.1, betas: BetaShock(standardErrors: 2, side: side)))
    }
    let (higher, lower, against) = (try outcome(.higher), try outcome(.lower), try outcome(.against))
    #expect(zip(higher.moves, [-0.1, -0.14, -0.2]).allSatisfy { $0.move.isClose(to: $1) })
    #expect(zip(lower.moves, [-0.1, -0.1, -0.12]).allSatisfy { $0.move.isClose(to: $1) })
    // Long 100,000 of ETH, which should fall more; short 50,000 of SOL net, which should fall less.
    #expect(zip(against.moves, [-0.1, -0.14, -0.12]).allSatisfy { $0.move.isClose(to: $1) })
    let profits = [higher, lower, against].compactMap(\.profit.hedged.value)
    #expect(profits.count == 3 && profits[2] < profits[0] && profits[2] < profits[1])
    let (spot, legs) = (86_000 * 1.4 + 44_000 * 1.2, 90_000 + 88_000 * 1.2)
    #expect(against.netBetaAfter.isClose(to: (spot - legs) / 130_000))
  }

  @Test("a stated beta has no standard error, so how far it may be off is unknown, not zero")
  func statedBeta() throws {
    var book = Self.three()
    let core = book.strategies[0]
    book.strategies = []
    book.strategy("core", core.holdings, core.legs, overrides: ["ETH": 1.1])
    let outcome = try StressGoldenTests.outcome(
      book, .benchmark(-0.1, betas: BetaShock(standardErrors: 2, side: .higher)))
    #expect(outcome.moves[1].move.unknownReason?.detail == "the beta of ETH is stated and has no standard error")
    #expect(try StressGoldenTests.outcome(book, .benchmark(-0.1)).moves[1].move.isClose(to: -0.11))
  }
}

extension Reading where Value == Double {
  fileprivate static func * (left: Reading, right: Double) -> Reading { left.map { $0 * right } }

  fileprivate static func + (left: Reading, right: Reading) -> Reading { left.combined(with: right, +) }
}
