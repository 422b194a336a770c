import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct LiquidationLawTests {
  static let rules: [MarginTiers.Rule] = [.marginal, .wholePosition, .linearGrowth]

  static func tiers(_ rule: MarginTiers.Rule, _ generator: inout SeededGenerator, unit: Double) -> MarginTiers? {
    var rate = generator.uniform(0.002...0.02)
    var floor = 0.0
    var brackets: [(Decimal, Decimal)] = []
    for _ in 0..<5 {
      brackets.append((Decimal(exactly: floor.description) ?? 0, Decimal(exactly: rate.description) ?? 0))
      floor += generator.uniform(0.2...2) * unit
      rate *= generator.uniform(1.1...2)
    }
    return Book.tiers(brackets, rule: rule, growth: rule == .linearGrowth ? .exact("0.0001") : 0)
  }

  static func position(
    _ convention: Instrument.Convention, _ rule: MarginTiers.Rule, _ generator: inout SeededGenerator
  ) -> MarginPosition? {
    let coins = generator.uniform(0.1...20) * (generator.uniform(-1...1) < 0 ? -1 : 1)
    let entry = generator.uniform(20_000...60_000)
    let notional = convention == .linear ? abs(coins) * entry : abs(coins)
    guard let tiers = tiers(rule, &generator, unit: notional) else { return nil }
    return MarginPosition(
      convention: convention, size: convention == .linear ? coins : (coins * entry).rounded(), entryPrice: entry,
      markPrice: entry * generator.uniform(0.95...1.05), tiers: tiers,
      settlementPrice: convention == .linear ? 1 : entry)
  }

  @Test(
    "at the liquidation price the equity meets the maintenance margin, and a little before it is above",
    arguments: Instrument.Convention.allCases, rules)
  func equityMeetsMargin(convention: Instrument.Convention, rule: MarginTiers.Rule) throws {
    var generator = SeededGenerator(seed: 42)
    var solved = 0
    for _ in 0..<500 {
      let position = try #require(Self.position(convention, rule, &generator))
      let collateral = position.notional(at: position.entryPrice) * generator.uniform(0.05...0.6)
      func excess(_ price: Double) -> Double {
        collateral + position.profit(at: price) - position.maintenanceMargin(at: price)
      }
      guard excess(position.markPrice) > 0 else { continue }
      guard let price = LiquidationPrice.solve(position, available: collateral) else { continue }
      solved += 1
      let scale = collateral + abs(position.profit(at: price))
      let step = (position.markPrice - price) * 1e-7
      #expect(excess(price + step) > 0, "\(position), collateral \(collateral): \(price)")
      // A whole position may meet its margin in the jump into a dearer bracket, from just above to just below.
      let meets = abs(excess(price)) < 1e-9 * scale
      #expect(
        meets || (rule == .wholePosition && excess(price - step) < 0),
        "\(position), collateral \(collateral): \(price) leaves \(excess(price))")
    }
    #expect(solved > 200)
  }

  @Test("an inverse short fully backed by its coin has no liquidation price above the market")
  func fullyBacked() throws {
    let tiers = try #require(Book.flatTiers)
    let position = MarginPosition(
      convention: .inverse, size: -50_000, entryPrice: 50_000, markPrice: 50_000, tiers: tiers,
      settlementPrice: 50_000)
    #expect(LiquidationPrice.solve(position, available: 1.01) == nil)
  }

  @Test("a long without leverage cannot be liquidated")
  func unlevered() throws {
    let tiers = try #require(Book.flatTiers)
    let position = MarginPosition(
      convention: .linear, size: 1, entryPrice: 50_000, markPrice: 50_000, tiers: tiers)
    #expect(LiquidationPrice.solve(position, available: 50_001) == nil)
  }

  @Test("the benchmark move that liquidates a pool: the excess is there before it and gone at it")
  func poolMove() throws {
    var generator = SeededGenerator(seed: 5)
    var found = 0
    for round in 0..<200 {
      let exposures = try (0..<6).map { index in
        MarginPool.Exposure(
          position: try #require(
            Self.position(index % 3 == 0 ? .inverse : .linear, Self.rules[(round + index) % 3], &generator)),
          beta: generator.uniform(0.5...2))
      }
      let notional = exposures.reduce(0) {
        $0 + $1.position.notional(at: $1.position.markPrice) * $1.position.settlementPrice
      }
      let pool = MarginPool(
        cash: notional * generator.uniform(0.05...0.5),
        coins: [MarginPool.Coin(value: notional * generator.uniform(0...0.2), beta: 1)], exposures: exposures)
      guard pool.state(at: 0).excess > 0, let move = pool.liquidatingMove() else { continue }
      found += 1
      let now = pool.state(at: 0)
      let scale = abs(now.equity) + now.requirement + notional
      #expect(pool.state(at: move * (1 - 1e-6)).excess > -1e-9 * scale, "round \(round): \(move)")
      #expect(pool.state(at: move).excess < 1e-9 * scale, "round \(round): \(move)")
      if abs(move) <= 1 {
        #expect(pool.state(at: -move * 0.99).excess > 0, "round \(round): the nearer side counts, \(move)")
      }
    }
    #expect(found > 100)
  }

  @Test("the pool's state is what its positions give, priced one by one")
  func poolState() throws {
    var generator = SeededGenerator(seed: 8)
    for rule in Self.rules {
      for convention in Instrument.Convention.allCases {
        let position = try #require(Self.position(convention, rule, &generator))
        let pool = MarginPool(
          cash: 1_000, exposures: [MarginPool.Exposure(position: position, beta: 1.3)],
          requirement: LiquidationPrice.Requirement(multiple: 1.05, feeRate: 0.0005))
        for move in [-0.4, 0, 0.3] {
          let factor = 1 + 1.3 * move
          let price = position.markPrice * factor
          let unit = position.settlementPrice * (convention == .inverse ? factor : 1)
          let margin = position.maintenanceMargin(at: price) * unit
          let state = pool.state(at: move)
          #expect(
            isClose(state.equity, 1_000 + position.profit(at: price) * unit, 1e-9), "\(rule) \(convention) \(move)")
          #expect(isClose(state.maintenanceMargin, margin), "\(rule) \(convention) \(move)")
          #expect(isClose(state.requirement, margin * 1.05 + position.notional(at: price) * unit * 0.0005))
        }
      }
    }
  }

  @Test("collateral to survive: with it the pool stands at the move, with less it does not")
  func survival() throws {
    let tiers = try #require(Book.flatTiers)
    let position = MarginPosition(
      convention: .linear, size: -5, entryPrice: 65_000, markPrice: 65_000, tiers: tiers)
    let exposure = MarginPool.Exposure(position: position, beta: 1)
    let pool = MarginPool(cash: 32_500, exposures: [exposure])
    let needed = pool.collateralToSurvive(0.2)
    #expect(isClose(needed, 65_000 + 5 * 78_000 * 0.005 - 32_500))
    #expect(abs(MarginPool(cash: 32_500 + needed, exposures: [exposure]).state(at: 0.2).excess) < 1e-6)
    #expect(MarginPool(cash: 500_000, exposures: [exposure]).collateralToSurvive(0.2) == 0)
    #expect(MarginPool(cash: 0, exposures: []).liquidatingMove() == nil)
    #expect(MarginPool(cash: 1, exposures: [exposure]).liquidatingMove() == 0)
  }
}
