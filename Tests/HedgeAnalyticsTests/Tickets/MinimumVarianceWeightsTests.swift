import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct MinimumVarianceWeightsTests {
  @Test("one instrument: the notional is −h*·V with h* = ρσ_S/σ_F, and ρ² of the variance goes")
  func single() throws {
    let (value, rho, spot, future) = (100_000.0, 0.8, 0.05, 0.04)
    let weights = try MinimumVarianceWeights(
      covariance: [[future * future]], withBook: [value * rho * spot * future],
      bookVariance: value * value * spot * spot)
    let ratio = MinimumVarianceHedge.ratio(correlation: rho, spotVolatility: spot, futureVolatility: future)
    #expect(isClose(weights.notionals[0], -ratio * value))
    #expect(isClose(weights.effectiveness, MinimumVarianceHedge.effectiveness(correlation: rho)))
  }

  @Test("several: the same as by elimination, Σ_FF⁻¹·Σ_FS")
  func elimination() throws {
    var generator = SeededGenerator(seed: 3)
    for count in 1...8 {
      let factors = (0..<count).map { _ in (0..<count + 2).map { _ in generator.normal() } }
      let covariance = factors.map { row in factors.map { zip(row, $0).reduce(0) { $0 + $1.0 * $1.1 } } }
      let withBook = (0..<count).map { _ in generator.normal() }
      let expected = try #require(MinimumVarianceHedge.ratios(covariance: covariance, withSpot: withBook))
      let found = try MinimumVarianceWeights(covariance: covariance, withBook: withBook, bookVariance: 1e6).notionals
      for (one, other) in zip(found, expected) { #expect(isClose(one, -other, 1e-7)) }
    }
  }

  @Test("from returns: no other notionals leave less variance, and a bar with a gap is left out of all")
  func returns() throws {
    var generator = SeededGenerator(seed: 5)
    var market = (0..<300).map { _ in [generator.normal(), generator.normal(), generator.normal()] }
    market[7][0] = .nan
    let btc = market.map { 0.02 * $0[0] }
    let eth = market.map { 0.025 * $0[0] + 0.01 * $0[1] }
    let alts = market.map { 0.03 * $0[0] + 0.02 * $0[1] + 0.01 * $0[2] }
    let weights = try MinimumVarianceWeights(instruments: [btc, eth], book: [(100_000, alts)])
    func variance(_ notionals: [Double]) -> Double {
      let profits = market.indices.filter { $0 != 7 }.map {
        100_000 * alts[$0] + notionals[0] * btc[$0] + notionals[1] * eth[$0]
      }
      let mean = profits.reduce(0, +) / Double(profits.count)
      return profits.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(profits.count - 1)
    }
    #expect(isClose(variance(weights.notionals), weights.hedgedVariance, 1e-7))
    for step in [[1_000.0, 0], [-1_000, 0], [0, 1_000], [0, -1_000], [700, -700]] {
      #expect(variance(zip(weights.notionals, step).map { $0 + $1 }) > weights.hedgedVariance)
    }
    #expect(weights.effectiveness > 0.8)
  }

  @Test("an instrument that repeats another, or does not move, is named instead of dividing by nothing")
  func singular() {
    #expect(throws: MinimumVarianceError.singular(instrument: 1)) {
      try MinimumVarianceWeights(covariance: [[1, 1], [1, 1]], withBook: [1, 1], bookVariance: 1)
    }
    #expect(throws: MinimumVarianceError.singular(instrument: 0)) {
      try MinimumVarianceWeights(covariance: [[0]], withBook: [0], bookVariance: 1)
    }
    #expect(throws: MinimumVarianceError.singular(instrument: 2)) {
      let (first, second) = ([0.01, -0.02, 0.03, 0.01, -0.01, 0.02], [0.02, 0.01, -0.01, 0.03, 0.0, -0.02])
      return try MinimumVarianceWeights(
        instruments: [first, second, zip(first, second).map { 2 * $0 - $1 }], book: [(1, first)])
    }
  }

  @Test("what is no covariance matrix is said to be none")
  func invalid() {
    func error(_ covariance: [[Double]], _ withBook: [Double]) -> MinimumVarianceError? {
      do {
        _ = try MinimumVarianceWeights(covariance: covariance, withBook: withBook, bookVariance: 1)
        return nil
      } catch { return error }
    }
    #expect(error([], []) == .notSquare && error([[1, 0]], [1]) == .notSquare && error([[1]], [1, 2]) == .notSquare)
    #expect(error([[1, 0.5], [0.4, 1]], [1, 1]) == .notSymmetric(1, 0))
    #expect(error([[.nan]], [1]) == .notFinite(instrument: 0) && error([[1]], [.infinity]) == .notFinite(instrument: 0))
    #expect(throws: MinimumVarianceError.tooFewObservations(found: 2, needed: 3)) {
      try MinimumVarianceWeights(instruments: [[0.1, 0.2, .nan]], book: [(1, [0.1, 0.2, 0.3])])
    }
  }

  @Test("the weights become a ticket over several futures, from what is held of each")
  func ticket() throws {
    let weights = try MinimumVarianceWeights(
      covariance: [[4e-4, 4.5e-4], [4.5e-4, 9e-4]], withBook: [50, 80], bookVariance: 1e7)
    let orders = try zip(["BTC", "ETH"], zip(weights.notionals, [(60_000.0, 1.0), (3_000, 1.125)])).map { name, item in
      try #require(
        TicketOrder(
          from: -1, toNotional: item.0, of: TradeTicketTests.future(Asset(name), lot: "0.01"), price: item.1.0,
          beta: item.1.1))
    }
    let ticket = TradeTicketTests.ticket(
      orders, book: TicketBook(value: 1e5, unhedgedBetaValue: 1.3e5, legBetaValue: 0, hedgeRatio: 1))
    for line in ticket.lines {
      let wanted = weights.notionals[line.instrument.underlying == "BTC" ? 0 : 1]
      #expect(abs(line.notional - (wanted + line.price)) <= 0.01 * line.price, "\(line.instrument.id)")
    }
    #expect(
      TicketOrder(toNotional: .nan, of: TradeTicketTests.future("BTC"), price: 60_000, beta: 1) == nil
        && TicketOrder(toNotional: 1, of: TradeTicketTests.future("BTC"), price: 0, beta: 1) == nil)
  }
}
