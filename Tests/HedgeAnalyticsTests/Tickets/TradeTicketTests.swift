import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct TradeTicketTests {
  static let at = Timestamp(milliseconds: 1_747_656_000_000)

  static func future(
    _ asset: Asset, lot: String = "0.1", convention: Instrument.Convention = .linear, multiplier: Decimal = 1,
    minimumQuantity: Decimal = 0, minimumNotional: Decimal = 0
  ) -> Instrument {
    Instrument(
      id: InstrumentID(venue: "perp", symbol: asset.symbol), kind: .perpetual(fundingInterval: .hours(8)),
      convention: convention, underlying: asset, quote: "USD", settlement: convention == .linear ? "USD" : asset,
      multiplier: multiplier, tickSize: .exact("0.01"), lotStep: .exact(lot), minimumQuantity: minimumQuantity,
      minimumNotional: minimumNotional)
  }

  static func order(
    _ asset: Asset, _ contracts: Double, price: Double, beta: Double = 1, lot: String = "0.1",
    minimumQuantity: Decimal = 0, minimumNotional: Decimal = 0, liquidity: TicketLiquidity = .unknown,
    feeRate: Double? = 0.0005
  ) -> TicketOrder {
    TicketOrder(
      instrument: future(asset, lot: lot, minimumQuantity: minimumQuantity, minimumNotional: minimumNotional),
      account: "main", size: .estimated(contracts), price: price, beta: beta, feeRate: feeRate, liquidity: liquidity)
  }

  static func ticket(
    _ orders: [TicketOrder], book: TicketBook, rounding: HedgePolicy.Rounding = .minimumResidual
  ) -> TradeTicket {
    TradeTicket(strategy: "Core", at: at, currency: "USD", book: book, orders: orders, rounding: rounding)
  }

  /// 3 BTC and 40 ETH at 65,000 and 3,500, unhedged.
  static let g13 = TicketBook(value: 335_000, unhedgedBetaValue: 335_000, legBetaValue: 0, hedgeRatio: 0.6)

  @Test("G13: 1.8 BTC and 24 ETH are sold together and nothing is left")
  func sameAsset() throws {
    let ticket = Self.ticket(
      [Self.order("BTC", -1.8, price: 65_000), Self.order("ETH", -24, price: 3_500)], book: Self.g13)
    #expect(ticket.lines.map(\.contracts) == [.exact("-1.8"), -24])
    #expect(ticket.lines.allSatisfy { $0.side == .sell })
    #expect(isClose(ticket.residual.netBeta ?? 1, 0.4) && abs(ticket.residual.drift ?? 1) < 1e-12)
    #expect(isClose(ticket.fees ?? 0, (117_000 + 84_000) * 0.0005))
    #expect(ticket.warnings.isEmpty)
  }

  @Test("G13 in whole contracts: the other leg's lots take up most of what 2 BTC instead of 1.8 oversell")
  func wholeContracts() throws {
    let ticket = Self.ticket(
      [Self.order("BTC", -1.8, price: 65_000, lot: "1"), Self.order("ETH", -24.4, price: 3_500, lot: "1")],
      book: Self.g13)
    let contracts = Dictionary(uniqueKeysWithValues: ticket.lines.map { ($0.instrument.underlying, $0.contracts) })
    // By leg 2 and 24 leave −13,000 + 1,400; 25 would leave more, 1 BTC far more.
    #expect(contracts == ["BTC": -2, "ETH": -24])
    #expect(isClose(ticket.roundingResidual, -13_000 + 1_400))
  }

  @Test("2.5 contracts are 2.5, exactly, on the ticket and in its texts")
  func exact() {
    let book = TicketBook(value: 325_000, unhedgedBetaValue: 325_000, legBetaValue: 0, hedgeRatio: 0.5)
    for size in [-2.5, -2.5.nextUp, -2.5.nextDown, -25 * 0.1] {
      let ticket = Self.ticket([Self.order("BTC", size, price: 65_000)], book: book)
      #expect(ticket.lines.map(\.contracts) == [.exact("-2.5")])
      #expect(ticket.csv.contains(",-2.5,"))
    }
  }

  @Test(
    "G11 in whole lots: 2 leave 0.60 of the beta, 3 leave 0.40; towards zero and away bind every leg",
    arguments: [
      (HedgePolicy.Rounding.towardZero, "-2", 0.6), (.awayFromZero, "-3", 0.4), (.minimumResidual, "-2", 0.6),
    ])
  func wholeLots(rounding: HedgePolicy.Rounding, lots: String, left: Double) {
    let book = TicketBook(value: 325_000, unhedgedBetaValue: 325_000, legBetaValue: 0, hedgeRatio: 0.5)
    let ticket = Self.ticket([Self.order("BTC", -2.5, price: 65_000, lot: "1")], book: book, rounding: rounding)
    #expect(ticket.lines.map(\.contracts) == [.exact(lots)])
    #expect(isClose(ticket.residual.netBeta ?? 0, left))
    #expect(ticket.warnings.map(\.word) == ["outside_band"])
  }

  @Test("G1, G2: the sold value is beta-weighted; the same dollars would leave a beta open")
  func betaWeighted() {
    for (value, beta, short) in [(10_000.0, 1.2, 12_000.0), (100_000, 1.3, 130_000)] {
      let book = TicketBook(value: value, unhedgedBetaValue: value * beta, legBetaValue: 0, hedgeRatio: 1)
      let exact = Self.ticket([Self.order("BTC", -short / 100, price: 100)], book: book)
      #expect(isClose(exact.lines[0].notional, -short) && abs(exact.residual.netBeta ?? 1) < 1e-12)
      let dollars = Self.ticket([Self.order("BTC", -value / 100, price: 100)], book: book)
      #expect(isClose(dollars.residual.netBeta ?? 0, beta - 1))
    }
  }

  @Test("a leg that cannot be filled shows the net beta the others leave")
  func unfilled() throws {
    let ticket = Self.ticket(
      [Self.order("BTC", -1.8, price: 65_000), Self.order("ETH", -24, price: 3_500)], book: Self.g13)
    let bitcoin = try #require(ticket.lines.first { $0.instrument.underlying == "BTC" }).id
    let rest = ticket.residual(withoutFillOf: [bitcoin])
    #expect(isClose(rest.netBeta ?? 0, (335_000 - 84_000) / 335_000.0))
    #expect(isClose(rest.betaValue, 117_000) && !rest.isInBand && rest.unfilled == [bitcoin])
    let none = ticket.residual(withoutFillOf: Set(ticket.lines.map(\.id)))
    #expect(none.netBeta == 1)
    let other = TradeTicket.LineID(instrument: InstrumentID(venue: "no", symbol: "such"))
    #expect(ticket.residual(withoutFillOf: [other]).book == ticket.residual.book)
    #expect(ticket.residualsOfSingleFailures.count == 2)
  }

  @Test("an order the venue would refuse is left out or raised to the next lot it takes, and said")
  func minimums() {
    let book = TicketBook(value: 100_000, unhedgedBetaValue: 100_000, legBetaValue: 0, hedgeRatio: 1)
    func ticket(_ contracts: Double, minimum: Decimal = 0, value: Decimal = 0) -> TradeTicket {
      Self.ticket(
        [Self.order("BTC", contracts, price: 1_000, minimumQuantity: minimum, minimumNotional: value)], book: book)
    }
    #expect(ticket(-0.25, minimum: .exact("0.5")).lines.isEmpty)
    #expect(ticket(-0.25, minimum: .exact("0.5")).warnings.map(\.word) == ["below_minimum", "outside_band"])
    #expect(ticket(-0.25, value: 301).lines.isEmpty)
    // 0.2 would be refused; 0.3 is not, and closer to 0.28 than nothing.
    #expect(ticket(-0.28, minimum: .exact("0.3")).lines.map(\.contracts) == [.exact("-0.3")])
    #expect(ticket(-0.28, value: 300).lines.map(\.contracts) == [.exact("-0.3")])
  }

  @Test("no set of lots is off the grid, below a minimum or a lot away from its size, and none is worse than by leg")
  func properties() {
    var generator = SeededGenerator(seed: 77)
    for round in 0..<150 {
      let orders = (0..<Int.random(in: 1...16, using: &generator)).map { index in
        Self.order(
          Asset("C\(index)"), generator.uniform(-20...20), price: generator.uniform(1...5_000),
          beta: generator.uniform(-0.5...2), lot: ["1", "0.1", "0.01", "0.3"][index % 4],
          minimumQuantity: index % 5 == 0 ? 2 : 0, minimumNotional: index % 3 == 0 ? 100 : 0)
      }
      let book = TicketBook(value: 1e6, unhedgedBetaValue: 1e6, legBetaValue: 0, hedgeRatio: 0.5)
      let ticket = Self.ticket(orders, book: book)
      for line in ticket.lines {
        let lots = line.contracts / line.instrument.lotStep
        #expect(Decimal(Int(lots.inexact.rounded())) * line.instrument.lotStep == line.contracts, "\(round)")
        #expect(line.contracts.magnitude >= line.instrument.minimumQuantity)
        #expect(abs(line.notional) >= line.instrument.minimumNotionalValue)
        #expect(abs(line.contracts.inexact - line.exactContracts) <= 2 * line.instrument.lotStepValue + 2)
      }
      for mode in HedgePolicy.Rounding.allCases {
        let byLeg = orders.reduce(0.0) { sum, order in
          let sizing = TradeSizing(
            exactContracts: order.wantedContracts, instrument: order.instrument, price: order.price,
            contractBeta: order.beta, value: 1, rounding: mode)
          return sum + sizing.residualBeta
        }
        #expect(abs(ticket.roundingResidual) <= abs(byLeg) + 1e-5, "\(round), \(mode)")
      }
    }
  }

  @Test("lines come by depth, else volume, else spread, else size: by the best that is known of all")
  func liquidity() {
    func ticket(_ btc: TicketLiquidity, _ eth: TicketLiquidity, _ sol: TicketLiquidity) -> TradeTicket {
      Self.ticket(
        [
          Self.order("SOL", -50, price: 100, liquidity: sol), Self.order("ETH", -5, price: 3_000, liquidity: eth),
          Self.order("BTC", -1, price: 60_000, liquidity: btc),
        ], book: Self.g13)
    }
    func names(_ ticket: TradeTicket) -> [String] { ticket.lines.map(\.instrument.underlying.symbol) }
    let byDepth = ticket(.init(depth: 1e5), .init(depth: 5e5), .init(depth: 2e5, volume: 9e9))
    #expect(names(byDepth) == ["ETH", "SOL", "BTC"] && byDepth.orderedBy == .depth)
    let byVolume = ticket(.init(depth: 1e9, volume: 1), .init(volume: 3), .init(volume: 2))
    #expect(names(byVolume) == ["ETH", "SOL", "BTC"] && byVolume.orderedBy == .volume)
    let bySpread = ticket(.init(spread: 0.0003), .init(volume: 3, spread: 0.0001), .init(spread: 0.0002))
    #expect(names(bySpread) == ["ETH", "SOL", "BTC"] && bySpread.orderedBy == .spread)
    let bySize = ticket(.unknown, .init(depth: 1e9), .unknown)
    #expect(names(bySize) == ["BTC", "ETH", "SOL"] && bySize.orderedBy == .notional)
    #expect(bySize.lines.map(\.liquidityRank) == [1, 2, 3])
    #expect(
      ticket(.init(depth: 100), .init(depth: 1e9), .init(depth: 1e9)).warnings.contains { $0.word == "exceeds_depth" })
  }

  @Test("an inverse contract counts its dollars, and a fee that is not known is not zero")
  func inverse() {
    let order = TicketOrder(
      instrument: Self.future("BTC", lot: "1", convention: .inverse, multiplier: 100), account: "coin",
      size: .estimated(-1_200), price: 65_000, beta: 1)
    let book = TicketBook(value: 120_000, unhedgedBetaValue: 120_000, legBetaValue: 0, hedgeRatio: 1)
    let ticket = Self.ticket([order], book: book)
    #expect(ticket.lines.map(\.contracts) == [-1_200] && ticket.lines[0].notional == -120_000)
    #expect(ticket.residual.netBeta == 0 && ticket.fees == nil)
    #expect(Self.ticket([], book: book).fees == 0)
  }

  @Test("equal tickets have equal names, and any other trade, price or instant another one")
  func identity() {
    func id(_ contracts: Double, _ price: Double) -> String {
      Self.ticket([Self.order("BTC", contracts, price: price)], book: Self.g13).id
    }
    #expect(id(-1, 65_000) == id(-1, 65_000) && id(-1, 65_000).count == 16)
    #expect(Set([id(-1, 65_000), id(-1.1, 65_000), id(-1, 65_001)]).count == 3)
  }
}
