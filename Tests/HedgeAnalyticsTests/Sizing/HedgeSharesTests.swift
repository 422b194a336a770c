import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct HedgeSharesTests {
  private static let step = Duration.days(1)
  private static let start = Timestamp(milliseconds: 1_600_000_000_000 / 86_400_000 * 86_400_000)

  /// Bars of coins that follow a market and, by the second number, one of their own with each other.
  private static func bars(
    _ coins: [Asset: (market: Double, other: Double, own: Double)], days: Int = 200, seed: UInt64 = 4
  ) -> [Asset: [Bar]] {
    var generator = SeededGenerator(seed: seed)
    var prices = coins.mapValues { _ in 100.0 }
    var bars: [Asset: [Bar]] = [:]
    for day in 0..<days {
      let (market, other) = (0.02 * generator.normal(), 0.02 * generator.normal())
      for coin in coins.keys.sorted() {
        let slopes = coins[coin] ?? (0, 0, 0)
        let own = 0.02 * generator.normal() * slopes.own
        prices[coin, default: 0] *= 1 + slopes.market * market + slopes.other * other + own
        bars[coin, default: []].append(Bar(close: start + .days(Double(day)), price: prices[coin]))
      }
    }
    return bars
  }

  private static let policy = BetaPolicy(lookback: 150)

  private static func covariances(_ bars: [Asset: [Bar]]) throws -> CoinCovariances {
    try #require(CoinCovariances.reading(of: bars, policy: policy, source: "test").value)
  }

  private static let alts: [Asset: (market: Double, other: Double, own: Double)] = [
    "BTC": (1, 0, 0.1), "ETH": (1.1, 0.8, 0.1), "SOL": (1.2, 1.5, 0.3),
  ]

  @Test("the shares are those of the weights of least variance, and all together carry the beta-dollars asked for")
  func shares() throws {
    let bars = Self.bars(Self.alts)
    let covariances = try Self.covariances(bars)
    let book: [Asset: Double] = ["SOL": 80_000, "ETH": 20_000]
    let futures: [Asset: Double] = ["BTC": 1, "ETH": 1.1]
    let shares = try #require(
      HedgeShares.reading(futures: futures, book: book, betaValue: -60_000, covariances: covariances).value)
    let beta = shares.notionals.reduce(0) { $0 + $1.value * (futures[$1.key] ?? 0) }
    #expect(isClose(beta, -60_000))
    let last = try #require(bars["BTC"]?.last?.close)
    func returns(_ coin: Asset) -> [Double] {
      ReturnSeries.window(bars[coin] ?? [], last: last, lookback: 150, interval: .day, .simple)
    }
    let weights = try MinimumVarianceWeights(
      instruments: [returns("BTC"), returns("ETH")],
      book: book.sorted { $0.key < $1.key }.map { ($0.value, returns($0.key)) })
    let ratio = weights.notionals[0] / weights.notionals[1]
    let found = try #require(shares.notionals["BTC"]) / (try #require(shares.notionals["ETH"]))
    // SOL moves more with ETH's own moves than ETH does: a short of BTC would be a long one, so all of it is ETH.
    if ratio < 0 { #expect(shares.notionals["BTC"] == 0) } else { #expect(isClose(found, ratio, 1e-6)) }
    #expect(isClose(shares.effectiveness, ratio < 0 ? shares.effectiveness : weights.effectiveness, 1e-6))
    #expect(isClose(shares.shares.values.reduce(0, +), 1))
  }

  @Test("of a book of its own futures' coins each is hedged by its own value: nothing else leaves no variance")
  func own() throws {
    let covariances = try Self.covariances(Self.bars(["BTC": (1, 0, 0.5), "ETH": (1.1, 0.5, 0.5)]))
    let shares = try #require(
      HedgeShares.reading(
        futures: ["BTC": 1, "ETH": 1.2], book: ["BTC": 30_000, "ETH": 70_000], betaValue: -(30_000 + 84_000),
        covariances: covariances
      ).value)
    #expect(isClose(shares.notionals["BTC"] ?? .nan, -30_000, 1e-6))
    #expect(isClose(shares.notionals["ETH"] ?? .nan, -70_000, 1e-6))
    #expect(isClose(shares.effectiveness, 1, 1e-6))
  }

  @Test("a coin that would be bought is left out, and the others are weighted anew")
  func wrongSide() throws {
    let covariances = try Self.covariances(
      Self.bars(["BTC": (1, 0, 0.1), "ETH": (1.1, 1, 0.1), "SOL": (1, 2, 0.2)]))
    let shares = try #require(
      HedgeShares.reading(
        futures: ["BTC": 1, "ETH": 1.1], book: ["SOL": 100_000], betaValue: -100_000, covariances: covariances
      ).value)
    #expect(shares.notionals["BTC"] == 0 && isClose(shares.notionals["ETH"] ?? .nan, -100_000 / 1.1))
    #expect(shares.shares["ETH"] == 1)
  }

  @Test("what is missing is said, and nothing is shared out equally in its place")
  func missing() throws {
    let bars = Self.bars(Self.alts)
    let covariances = try Self.covariances(bars)
    func reason(_ futures: [Asset: Double], _ book: [Asset: Double] = ["SOL": 1000]) -> UnknownReason? {
      HedgeShares.reading(futures: futures, book: book, betaValue: -1, covariances: covariances).unknownReason
    }
    #expect(reason(["BTC": 1])?.kind == .notConfigured)
    #expect(reason(["BTC": 1, "ADA": 1])?.detail == "no price history of ADA")
    #expect(reason(["BTC": 1, "ETH": 1], ["ADA": 5])?.detail == "no price history of ADA")
    var short = bars
    short["ETH"] = short["ETH"]?.suffix(6)
    let few = CoinCovariances.reading(of: short, policy: Self.policy, source: "test").unknownReason
    #expect(
      few?.kind == .tooFewObservations && few?.detail.hasPrefix("5 bars with returns of all of BTC, ETH, SOL") == true)
    short["ETH"] = []
    #expect(
      CoinCovariances.reading(of: short, policy: Self.policy, source: "test").unknownReason?.detail
        == "no price history of ETH")
    var twin = bars
    twin["ETH"] = twin["BTC"]
    let same = HedgeShares.reading(
      futures: ["BTC": 1, "ETH": 1], book: ["SOL": 1000], betaValue: -1, covariances: try Self.covariances(twin))
    #expect(same.unknownReason?.detail.contains("no weights of least variance") == true)
  }

  /// A book of SOL hedged with BTC and ETH.
  private static func book(ratio: String = "0.8") -> Book {
    var book = Book()
    for (coin, price, beta) in [("BTC", 65_000, nil), ("ETH", 3_500, 1.1), ("SOL", 150, 1.3)]
      as [(Asset, Double, Double?)]
    {
      book.list(coin, price: price, beta: beta)
      book.future(coin, mark: price, lot: "0.001")
    }
    book.account(balances: ["USD": 100_000])
    book.strategy(
      "core", [Book.holding("SOL", 2_000), Book.holding("BTC", 1)], [Book.leg("BTC", 0), Book.leg("ETH", 0)],
      ratio: .exact(ratio), mode: .minimumVariance)
    return book
  }

  @Test("the suggested trades bring net beta to its target by these shares, in figures, preview and ticket alike")
  func strategy() throws {
    var input = Self.book().input
    let known = CoinCovariances.reading(
      of: Self.bars(["BTC": (1, 0, 0.2), "ETH": (1.1, 0.5, 0.4), "SOL": (1.3, 0.4, 0.6)]), policy: Self.policy,
      source: "test")
    input.covariances = ["core": known]
    let figures = try #require(PortfolioValuation.evaluate(input).strategies.first)
    let shares = try #require(figures.hedgeShares?.value)
    #expect(figures.suggestions.count == 2 && figures.suggestions.allSatisfy { $0.contracts < 0 })
    for trade in figures.suggestions {
      let wanted = try #require(shares.notionals[trade.leg.instrument == Book.perpetual("BTC") ? "BTC" : "ETH"])
      #expect(isClose(trade.notional, wanted, 1e-3), "\(trade.leg)")
    }
    let preview = try #require(HedgePreviewing.preview(input, strategy: "core", hedgeRatio: .exact("0.8")).value)
    #expect(abs(preview.after.netBeta.drift.value ?? .nan) < 1e-3)
    let ticket = try #require(TicketPlanning.ticket(input, strategy: "core").value)
    #expect(ticket.lines.count == 2 && ticket.residual.isInBand)
    // Once traded, nothing more is to be done.
    #expect(preview.after.suggestions.isEmpty)
  }

  @Test("without history there is no suggestion, and the reason says why")
  func unknown() throws {
    var input = Self.book().input
    var figures = try #require(PortfolioValuation.evaluate(input).strategies.first)
    #expect(figures.suggestions.isEmpty)
    #expect(figures.suggestionsUnavailable?.detail.hasPrefix("no price history") == true)
    #expect(TicketPlanning.ticket(input, strategy: "core").unknownReason?.kind == .notReceived)
    input.covariances = ["core": .unknown(UnknownReason(.tooFewObservations, "few bars"))]
    figures = try #require(PortfolioValuation.evaluate(input).strategies.first)
    #expect(figures.hedgeShares?.unknownReason?.detail == "few bars" && figures.suggestions.isEmpty)
    #expect(Self.book().evaluate().strategies[0].netBeta.drift.value != nil, "net beta needs no weights")
  }
}
