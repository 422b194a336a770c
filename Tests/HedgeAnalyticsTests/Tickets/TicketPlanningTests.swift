import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct TicketPlanningTests {
  /// Three coins, each with a future in coarse lots, unhedged.
  private static func coins(rounding: HedgePolicy.Rounding = .nearest) -> Book {
    var book = Book()
    for (asset, price) in [("BTC", 65_000.0), ("ETH", 3_500), ("SOL", 150)] as [(Asset, Double)] {
      book.list(asset, price: price, beta: asset == "BTC" ? nil : 1.2)
      book.future(asset, mark: price, lot: asset == "BTC" ? "0.1" : "1")
    }
    book.account(balances: ["USD": 100_000])
    book.strategy(
      "core", [Book.holding("BTC", 3), Book.holding("ETH", 40), Book.holding("SOL", .exact("0.6"))],
      [Book.leg("BTC", 0), Book.leg("ETH", 0), Book.leg("SOL", 0)], ratio: .exact("0.61"), mode: .sameAsset,
      rounding: rounding)
    return book
  }

  @Test("a strategy's ticket is what its suggestions would be, rounded together, and says what is left")
  func ticket() throws {
    let book = Self.coins()
    let ticket = try #require(TicketPlanning.ticket(book.input, strategy: "core").value)
    let figures = book.evaluate().strategies[0]
    #expect(ticket.at == Book.now && ticket.strategy == "core" && ticket.currency == "USD")
    #expect(figures.netBeta.netBeta.isClose(to: ticket.book.netBeta ?? .nan))
    #expect(figures.netBeta.drift.isClose(to: ticket.book.drift ?? .nan))
    let byLeg = figures.suggestions.reduce(0.0) { $0 + $1.residualBeta } * (figures.spotValue.value ?? 0)
    #expect(abs(ticket.roundingResidual) <= abs(byLeg) + 91)
    #expect(isClose(ticket.residual.betaValue, ticket.roundingResidual, 1e-6))
    #expect(ticket.lines.allSatisfy { $0.account == "main" && $0.fee != nil })
  }

  @Test("a leg too small for a lot of its own takes part in the set")
  func smallLegs() throws {
    var book = Self.coins()
    // 0.366 SOL contracts wanted: alone it rounds to none, and is no suggestion.
    #expect(!book.evaluate().strategies[0].suggestions.contains { $0.leg.instrument.symbol == "SOL" })
    let ticket = try #require(TicketPlanning.ticket(book.input, strategy: "core").value)
    #expect(abs(ticket.roundingResidual) < 3_500 * 1.2)
    book.strategies[0] = book.strategies[0].with(policy: book.strategies[0].policy.with(rounding: .towardZero))
    let bound = try #require(TicketPlanning.ticket(book.input, strategy: "core").value)
    #expect(bound.lines.allSatisfy { abs($0.contracts.inexact) <= abs($0.exactContracts) + 1e-9 })
  }

  @Test("another ratio is tried without being decided")
  func hedgeRatio() throws {
    let ticket = try #require(TicketPlanning.ticket(Self.coins().input, strategy: "core", hedgeRatio: 0).value)
    #expect(ticket.lines.isEmpty && ticket.residual.isInBand)
    #expect(TicketPlanning.ticket(Self.coins().input, strategy: "none").unknownReason?.kind == .notConfigured)
  }

  @Test("no ticket is written on a stale or missing price")
  func stale() {
    var book = Self.coins()
    book.staleMarkets = [Book.perpetual("ETH")]
    #expect(TicketPlanning.ticket(book.input, strategy: "core").value == nil)
    book.staleMarkets = [Book.spot("ETH")]
    #expect(TicketPlanning.ticket(book.input, strategy: "core").value == nil)
    book.staleMarkets = []
    book.missingMarkets = [Book.perpetual("ETH")]
    #expect(TicketPlanning.ticket(book.input, strategy: "core").unknownReason?.detail.contains("ETH") == true)
  }

  @Test("a coin without a future of its own makes the ticket incomplete, and it says so")
  func incomplete() throws {
    var book = Self.coins()
    let strategy = book.strategies[0]
    book.strategies[0] = strategy.with(legs: strategy.legs.filter { $0.instrument.symbol != "ETH" })
    let ticket = try #require(TicketPlanning.ticket(book.input, strategy: "core").value)
    #expect(ticket.warnings.map(\.word) == ["incomplete", "outside_band"])
  }

  @Test("depth is taken where it is told, the spread from the quote, and both order the lines")
  func liquidity() throws {
    var input = Self.coins().input
    input.markets = MarketTable(
      input.markets.compactMapValues { $0 }.mapValues { market in
        var market = market
        if let price = market.mark.value {
          let width = price > 10_000 ? 0.001 : 0.0001
          market.quote = .stated(
            Quote(price: price, bid: price * (1 - width), ask: price * (1 + width)) ?? Quote(price: 1)!)
        }
        return market
      })
    let bySpread = try #require(TicketPlanning.ticket(input, strategy: "core").value)
    #expect(bySpread.orderedBy == .spread && bySpread.lines.last?.instrument.underlying == "BTC")
    let depth = Dictionary(
      uniqueKeysWithValues: ["BTC", "ETH", "SOL"].map { asset in
        (Book.perpetual(Asset(asset)), TicketLiquidity(depth: asset == "BTC" ? 1e9 : 1))
      })
    let byDepth = try #require(TicketPlanning.ticket(input, strategy: "core", liquidity: depth).value)
    #expect(byDepth.orderedBy == .depth && byDepth.lines.first?.instrument.underlying == "BTC")
  }

  @Test("an order book is walked by its trade: slippage, impact and the depth of the side it takes")
  func books() throws {
    let input = Self.coins().input
    func book(_ price: Double, quantity: Decimal) throws -> OrderBook {
      let mid = Decimal(price)
      return try #require(
        OrderBook(
          bids: [.init(price: mid - 1, quantity: quantity), .init(price: mid - 2, quantity: 1000)],
          asks: [.init(price: mid + 1, quantity: 1)]))
    }
    let books: [InstrumentID: Reading<OrderBook>] = [
      Book.perpetual("BTC"): .stated(try book(65_000, quantity: 1000)),
      Book.perpetual("ETH"): .stated(try book(3_500, quantity: 1000)),
      Book.perpetual("SOL"): .stated(try book(150, quantity: 1000)),
    ]
    let ticket = try #require(TicketPlanning.ticket(input, strategy: "core", books: books).value)
    #expect(ticket.orderedBy == .depth)
    for line in ticket.lines {
      let mid = line.price
      #expect(line.slippage.isClose(to: abs(line.notional) / mid, 1e-6), "\(line.id)")
      #expect(isClose(line.impactBasisPoints ?? .nan, 10_000 / mid, 1e-6))
      #expect(isClose(line.liquidity.depth ?? .nan, 1000 * (mid - 1) + 1000 * (mid - 2), 1e-6))
    }
    #expect(ticket.slippage.isClose(to: ticket.lines.reduce(0) { $0 + abs($1.contracts.inexact) }, 1e-6))
    let without = try #require(TicketPlanning.ticket(input, strategy: "core").value)
    #expect(without.slippage.unknownReason?.detail.contains("no order book of") == true)
    #expect(without.id == ticket.id, "depth does not make it another ticket")
    let old = Provenance(asOf: Book.now - .seconds(60), source: "perp", isStale: true)
    let stale = try #require(
      TicketPlanning.ticket(input, strategy: "core", books: books.mapValues { .known($0.value!, old) }).value)
    #expect(stale.slippage.unknownReason?.detail.contains("depth is stale") == true)
    #expect(stale.lines.allSatisfy { $0.liquidity.depth == nil && $0.impactBasisPoints == nil })
  }
}
