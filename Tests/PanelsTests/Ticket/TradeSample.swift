import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

@testable import Panels

/// A hedge of three coins with three futures, and the studies of its trades made by the analytics themselves.
struct TradeSample {
  /// What is known of the market.
  enum Market {
    case fresh, stale, unknown
  }

  var market = Market.fresh
  /// H.
  var ratio = "0.6"
  /// Lot of the futures.
  var lot = "0.01"
  /// Signed contracts short by coin.
  var short = ["BTC": "-1.2", "ETH": "-12", "SOL": "-300"]
  /// Depth of the order books, by coin, in contracts at one price.
  var depth: [String: Decimal] = [:]
  /// Whether the order books are old.
  var depthIsStale = false
  /// How long the drift would be left alone.
  var horizon = Duration.days(1)
  /// The transition planned.
  var transition: TransitionIntent? = TransitionIntent(from: "BTC", to: "ETH", steps: 5)
  /// Whether the studies have been made.
  var hasStudies = true
  /// What every name ends with.
  var poison = ""

  static let now = Timestamp(milliseconds: 1_747_656_000_000)
  private static let coins: [(asset: String, quantity: String, price: Double, beta: Double, rate: Double)] = [
    ("BTC", "3", 65_012.5, 1, 0.0001), ("ETH", "40", 3512.4, 1.18, -0.000_035),
    ("SOL", "1200.25", 148.32, 1.42, 0.0002),
  ]

  static func decimal(_ text: String) -> Decimal { Decimal(exactly: text) ?? .nan }

  private func perpetual(_ coin: String) -> InstrumentID {
    InstrumentID(venue: "simulated", symbol: "\(coin)-PERP\(poison)")
  }
  private func spot(_ coin: String) -> InstrumentID { InstrumentID(venue: "simulated", symbol: coin) }

  /// What the figures are computed from.
  var input: ValuationInput {
    var instruments: [InstrumentID: Instrument] = [:]
    var markets: [InstrumentID: InstrumentMarket] = [:]
    var betas: [Asset: Reading<BetaEstimate>] = [:]
    let seen = Provenance(
      asOf: Self.now - (market == .stale ? .seconds(35) : .zero), source: "simulated", isStale: market == .stale)
    for coin in Self.coins {
      let asset = Asset(coin.asset)
      let cent = Self.decimal("0.01")
      instruments[spot(coin.asset)] = Instrument(
        id: spot(coin.asset), kind: .spot, underlying: asset, quote: "USD", settlement: "USD", tickSize: cent,
        lotStep: Self.decimal("0.00001"))
      instruments[perpetual(coin.asset)] = Instrument(
        id: perpetual(coin.asset), kind: .perpetual(fundingInterval: .hours(8)), underlying: asset, quote: "USD",
        settlement: "USD", tickSize: Self.decimal("0.1"), lotStep: Self.decimal(lot))
      betas[asset] = .known(BetaEstimate(source: .override, beta: coin.beta), seen)
      guard market != .unknown else { continue }
      var held = InstrumentMarket(unknown: spot(coin.asset))
      if let quote = Quote(price: coin.price) { held.quote = .known(quote, seen) }
      var future = InstrumentMarket(unknown: perpetual(coin.asset))
      future.mark = .known(coin.price * 1.0004, seen)
      if let rate = FundingRate(rate: coin.rate, interval: .hours(8), nextStamp: Self.now + .hours(2)) {
        future.funding = .known(rate, seen)
      }
      (markets[spot(coin.asset)], markets[perpetual(coin.asset)]) = (held, future)
    }
    return ValuationInput(
      portfolio: portfolio(instruments), now: Self.now, markets: MarketTable(markets), betas: ["Main": betas])
  }

  private func portfolio(_ instruments: [InstrumentID: Instrument]) -> Portfolio {
    let account = AccountID("main" + poison)
    let strategy = Strategy(
      name: "Main",
      holdings: Self.coins.map {
        Holding(asset: Asset($0.asset), instrument: spot($0.asset), quantity: Self.decimal($0.quantity))
      },
      legs: Self.coins.compactMap { coin in
        short[coin.asset].map {
          Leg(
            instrument: perpetual(coin.asset), account: account, contracts: Self.decimal($0), entryPrice: nil,
            leverage: 5)
        }
      }, policy: HedgePolicy(hedgeRatio: Self.decimal(ratio), mode: .sameAsset), transition: transition)
    return Portfolio(
      name: "Sample", currency: "USD", benchmark: Benchmark("BTC"), strategies: [strategy],
      accounts: [
        Account(
          id: account, convention: .binance, balances: ["USD": 100_000], tiers: [:],
          fees: FeeSchedule(taker: Self.decimal("0.0005"), maker: 0))
      ], instruments: instruments,
      spotMarkets: Dictionary(uniqueKeysWithValues: Self.coins.map { (Asset($0.asset), spot($0.asset)) }))
  }

  /// The snapshot with the studies.
  var snapshot: HedgeSnapshot {
    let input = input
    let figures = PortfolioValuation.evaluate(input)
    var studies = Studies()
    if hasStudies, let main = figures.strategies.first {
      studies.tickets = ["Main": TicketPlanning.ticket(input, strategy: "Main", books: books)]
      studies.rebalances = [
        "Main": RebalanceFigures(
          of: main, books: books, benchmarkVolatility: .stated(0.55), horizon: horizon, riskAversion: 3)
      ]
      studies.transitions =
        transition.map {
          ["Main": TransitionPlanning.plan($0, of: main, in: input)]
        } ?? [:]
      studies.comparisons = [
        "Main": ComparisonBook.reading(of: main, benchmark: figures.benchmark).map { HedgeComparison.rows($0) }
      ]
    }
    return HedgeSnapshot(now: Self.now, sequence: 1, figures: figures, feeds: [], studies: studies)
  }

  private var books: [InstrumentID: Reading<OrderBook>] {
    depth.reduce(into: [:]) { books, item in
      guard let coin = Self.coins.first(where: { $0.asset == item.key }) else { return }
      func level(_ factor: Double) -> OrderBook.Level? {
        Decimal(exactly: "\(coin.price * factor)").map { OrderBook.Level(price: $0, quantity: item.value) }
      }
      let book = OrderBook(bids: [level(0.9999)].compactMap { $0 }, asks: [level(1.0001)].compactMap { $0 })
      let seen = Provenance(
        asOf: Self.now - (depthIsStale ? .seconds(35) : .zero), source: "simulated", isStale: depthIsStale)
      if let book { books[perpetual(item.key)] = .known(book, seen) }
    }
  }
}

extension TradeSample {
  /// One panel of the sample on a grid of its own.
  func draw(
    _ panel: any Panel.Type, columns: Int, rows: Int, _ change: (inout PanelContext) -> Void = { _ in }
  ) -> Grid {
    var context = PanelContext(theme: .roles)
    change(&context)
    var grid = Grid(size: Size(columns: columns, rows: rows))
    panel.draw(snapshot, context, in: grid.bounds, on: &grid)
    return grid
  }

  /// The same as text.
  func text(
    _ panel: any Panel.Type, columns: Int = 118, rows: Int = 16, _ change: (inout PanelContext) -> Void = { _ in }
  ) -> String {
    draw(panel, columns: columns, rows: rows, change).text.joined(separator: "\n")
  }
}
