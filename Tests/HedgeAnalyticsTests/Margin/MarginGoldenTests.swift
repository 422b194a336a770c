import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

/// Worked examples of the venues, by their number in the table of golden tests.
@Suite struct MarginGoldenTests {
  static func tiers(
    _ brackets: [(Decimal, String)], rule: MarginTiers.Rule = .marginal, growth: String = "0"
  ) throws -> MarginTiers {
    try #require(Book.tiers(brackets.map { ($0.0, .exact($0.1)) }, rule: rule, growth: .exact(growth)))
  }

  /// One bracket with a deduction of its own: a first one that nothing reaches makes it.
  static func tiers(rate: Double, deduction: Double) throws -> MarginTiers {
    let floor = Decimal(exactly: (deduction / rate).description) ?? 0
    let upper = Decimal(exactly: rate.description) ?? 0
    return try #require(deduction == 0 ? Book.tiers([(0, upper)]) : Book.tiers([(0, 0), (floor, upper)]))
  }

  static let bitcoinBrackets: [(Decimal, String)] = [
    (0, "0.004"), (50_000, "0.005"), (600_000, "0.0065"), (3_000_000, "0.01"), (12_000_000, "0.02"),
    (70_000_000, "0.025"), (100_000_000, "0.05"), (230_000_000, "0.1"),
  ]

  static func linear(
    _ size: Double, entry: Double, mark: Double? = nil, _ tiers: MarginTiers
  ) -> MarginPosition {
    MarginPosition(
      convention: .linear, size: size, entryPrice: entry, markPrice: mark ?? entry, tiers: tiers)
  }

  @Test("X1, X2: two longs in one Binance wallet, cross and isolated")
  func binanceCross() throws {
    let bitcoin = Self.linear(
      109.488, entry: 32_481.98, mark: 31_967.27, try Self.tiers(rate: 0.025, deduction: 16_300))
    let ether = Self.linear(3_683.979, entry: 1_456.84, mark: 1_335.18, try Self.tiers(rate: 0.1, deduction: 135_365))
    let wallet = 1_535_443.01
    func margin(_ position: MarginPosition) -> Double { position.maintenanceMargin(at: position.markPrice) }
    func profit(_ position: MarginPosition) -> Double { position.profit(at: position.markPrice) }
    let etherCross = LiquidationPrice.solve(ether, available: wallet - margin(bitcoin) + profit(bitcoin))
    let bitcoinCross = LiquidationPrice.solve(bitcoin, available: wallet - margin(ether) + profit(ether))
    #expect(isPrinted(try #require(etherCross), 1_153.26, digits: 2))
    #expect(isPrinted(try #require(bitcoinCross), 26_316.89, digits: 2))
    let equity = wallet + profit(bitcoin) + profit(ether)
    let ratio = VenueMarginRatio.ratio(
      .binance, equity: .stated(equity), maintenanceMargin: .stated(margin(bitcoin) + margin(ether)),
      liquidationFees: .stated(0))
    #expect(isPrinted(try #require(ratio.value.value), 0.4149, digits: 4))
    #expect(isPrinted(try #require(LiquidationPrice.solve(ether, available: wallet)), 1_114.78, digits: 2))
    #expect(isPrinted(try #require(LiquidationPrice.solve(bitcoin, available: wallet)), 18_778.73, digits: 2))
  }

  @Test("X4: 100 COIN-M contracts of $100 at 25,000 are 0.4 BTC and need 0.0016")
  func coinMargined() throws {
    let position = MarginPosition(
      convention: .inverse, size: 10_000, entryPrice: 25_000, markPrice: 25_000, tiers: try Self.tiers([(0, "0.004")]))
    #expect(isClose(position.notional(at: 25_000), 0.4))
    #expect(isClose(position.maintenanceMargin(at: 25_000), 0.0016))
  }

  @Test(
    "X6: the brackets of BTCUSDT, continuous at their floors",
    arguments: [(650_000.0, 3_275.0), (50_000, 200), (600_000, 2_950), (49_999.999_999, 200), (599_999.999_999, 2_950)])
  func brackets(notional: Double, margin: Double) throws {
    let tiers = try Self.tiers(Self.bitcoinBrackets)
    let amount = MaintenanceMargin.amount(notional: notional, size: 1, tiers: tiers)
    #expect(isClose(amount, margin, 1e-8), "MM(\(notional)) = \(amount)")
  }

  @Test("X7: Bybit linear, 1 BTC long at 20,000 and 50×")
  func bybitLinear() throws {
    let position = Self.linear(1, entry: 20_000, try Self.tiers([(0, "0.005")]))
    let initial = MaintenanceMargin.initial(notional: 20_000, leverage: 50)
    #expect(isClose(initial, 400))
    #expect(isClose(position.maintenanceMargin(at: 20_000), 100))
    #expect(isClose(try #require(LiquidationPrice.bybitIsolated(position, margin: initial)), 19_700))
  }

  @Test("X8: Bybit inverse, 60,000 USD short at 50,000 and 10×")
  func bybitInverse() throws {
    let position = MarginPosition(
      convention: .inverse, size: -60_000, entryPrice: 50_000, markPrice: 50_000,
      tiers: try Self.tiers([(0, "0.005")]))
    let initial = MaintenanceMargin.initial(notional: position.notional(at: 50_000), leverage: 10)
    #expect(isClose(position.notional(at: 50_000), 1.2))
    #expect(isClose(initial, 0.12))
    #expect(isClose(position.maintenanceMargin(at: 50_000), 0.006))
    #expect(isPrinted(try #require(LiquidationPrice.solve(position, available: initial)), 55_277.78, digits: 2))
  }

  @Test("X10: Bybit brackets of 1,000 each, a value of 3,500")
  func bybitBrackets() throws {
    let tiers = try Self.tiers([(0, "0.02"), (1_000, "0.025"), (2_000, "0.03"), (3_000, "0.035"), (4_000, "0.04")])
    #expect(isClose(MaintenanceMargin.amount(notional: 3_500, size: 1, tiers: tiers), 92.5))
  }

  @Test("X13: a Hyperliquid short with an unrealised profit")
  func hyperliquid() throws {
    let position = Self.linear(-0.00067, entry: 68_412, try Self.tiers([(0, "0.01")]))
    // The margin is printed with five decimals, which leaves the price open by 7e-3.
    let price = try #require(LiquidationPrice.solve(position, available: 22.78442))
    #expect(abs(price - 101_404.552) < 7e-3, "\(price)")
  }

  @Test("X14: Hyperliquid brackets of 10×, 5× and 3×: half the initial margin at the greatest leverage")
  func hyperliquidBrackets() throws {
    let leverages: [(Decimal, Decimal)] = [(0, 10), (20_000, 5), (100_000, 3)]
    let tiers = try #require(Book.tiers(leverages.map { ($0.0, 1 / (2 * $0.1)) }))
    #expect(isClose(tiers.brackets[1].deduction, 1_000))
    #expect(isPrinted(tiers.brackets[2].deduction, 7_666.67, digits: 2))
    #expect(isClose(MaintenanceMargin.amount(notional: 50_000, size: 1, tiers: tiers), 4_000))
    #expect(isPrinted(MaintenanceMargin.amount(notional: 150_000, size: 1, tiers: tiers), 17_333.33, digits: 2))
  }

  @Test(
    "X24: one position, three venues",
    arguments: [
      (MarginConvention.binance, -1.0, 11.891089), (.binance, 1, 8.070707), (.okx, -1, 11.874134),
      (.okx, 1, 8.085709), (.bybit, -1, 11.9), (.bybit, 1, 8.1),
    ])
  func venues(venue: MarginConvention, side: Double, price: Double) throws {
    let tiers = try Self.tiers(rate: 0.01, deduction: venue == .binance ? 0.01 : 0)
    let position = Self.linear(side, entry: 10, tiers)
    let solved =
      venue == .bybit
      ? LiquidationPrice.bybitIsolated(position, margin: 2)
      : LiquidationPrice.solve(position, available: 2, requirement: venue.requirement(takerFee: 0.0006))
    #expect(isPrinted(try #require(solved), price, digits: 6), "\(venue) \(side): \(String(describing: solved))")
  }

  @Test("X25: the bracket that holds at the liquidation price decides; its neighbours are rejected")
  func bracketAtLiquidation() throws {
    let position = Self.linear(-5, entry: 65_000, try Self.tiers(Self.bitcoinBrackets))
    let price = try #require(LiquidationPrice.solve(position, available: 65_000))
    #expect(isPrinted(price, 77_621.89, digits: 2))
    let bracket = MaintenanceMargin.bracket(for: 5 * price, in: position.tiers)
    #expect(bracket.rate == 0.005 && bracket.deduction == 50)
  }

  @Test(
    "a 3× long is liquidated before its bankruptcy at −33.33 %",
    arguments: [("0.004", -0.3307), ("0.005", -0.3300), ("0.01", -0.3266)])
  func threeTimes(rate: String, move: Double) throws {
    let position = Self.linear(1, entry: 60_000, try Self.tiers([(0, rate)]))
    let price = try #require(LiquidationPrice.solve(position, available: 20_000))
    #expect(isPrinted(price / 60_000 - 1, move, digits: 4), "mmr \(rate): \(price)")
  }

  @Test("Deribit: the rate grows with the size")
  func deribit() throws {
    let tiers = try Self.tiers([(0, "0.01")], rule: .linearGrowth, growth: "0.00005")
    let position = Self.linear(-100, entry: 60_000, tiers)
    #expect(isClose(position.maintenanceMargin(at: 60_000), 6_000_000 * 0.015))
    let price = try #require(LiquidationPrice.solve(position, available: 600_000))
    #expect(isClose(600_000 + position.profit(at: price), position.maintenanceMargin(at: price)))
  }

  @Test("every venue's ratio has its own name, direction and limit; nothing held is safe")
  func ratios() {
    for venue in MarginConvention.allCases {
      let ratio = VenueMarginRatio.ratio(
        venue, equity: .stated(1_000), maintenanceMargin: .stated(500), liquidationFees: .stated(125))
      let expected = venue == .okx ? 1.6 : venue == .binancePortfolio ? 2 : 0.5
      #expect(ratio.value.isClose(to: expected), "\(venue)")
      #expect((ratio.direction == .lowIsBad) == (venue == .okx || venue == .binancePortfolio), "\(venue)")
      #expect(ratio.liquidatesAt == (venue == .binancePortfolio ? 1.05 : 1), "\(venue)")
      #expect(!ratio.name.isEmpty)
      let idle = VenueMarginRatio.ratio(
        venue, equity: .stated(1_000), maintenanceMargin: .stated(0), liquidationFees: .stated(0))
      #expect(idle.value.value == (ratio.direction == .highIsBad ? 0 : nil), "\(venue)")
    }
    let state = { MarginPool.State(equity: $0, maintenanceMargin: $1, requirement: $1) }
    #expect(VenueMarginRatio.normalised(state(1_000, 0)) == 0)
    #expect(VenueMarginRatio.normalised(state(1_000, 250)) == 0.25)
    #expect(VenueMarginRatio.normalised(state(100, 200)) == 2)
    #expect(VenueMarginRatio.normalised(state(-5, 200)) == VenueMarginRatio.normalisedLimit)
  }
}
