import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct AttributionTests {
  static func book(_ generator: inout SeededGenerator, legs: Int = 3) -> Book {
    var book = Book()
    let coins: [Asset] = ["BTC", "ETH", "SOL"]
    for coin in coins {
      let price = generator.uniform(10...50_000).rounded()
      book.list(coin, price: price, beta: coin == "BTC" ? nil : generator.uniform(0.5...2))
      book.future(coin, mark: price * generator.uniform(0.99...1.01), lot: "0.001")
    }
    book.future("BTC", mark: (book.prices["BTC"] ?? 1) * 1.001, multiplier: 100, convention: .inverse, venue: "coin")
    book.account(balances: ["USD": 100_000, "BTC": .exact("0.75"), "SOL": 20])
    func contracts(_ coin: Asset) -> Decimal {
      .exact(((generator.uniform(-1_000...0) / (book.prices[coin] ?? 1) * 1_000).rounded() / 1_000).description)
    }
    let linear = coins.prefix(legs).map {
      Book.leg($0, contracts($0), entry: .exact((book.prices[$0] ?? 1).description))
    }
    let inverse = Book.leg("BTC", -7, entry: .exact((book.prices["BTC"] ?? 1).description), venue: "coin")
    book.strategy(
      "core", coins.map { Book.holding($0, .exact((1_000 / (book.prices[$0] ?? 1)).description)) }, linear + [inverse],
      ratio: .exact(generator.uniform(0...1).description))
    return book
  }

  @Test("the parts add up to the change of the drift, whatever changed")
  func addsUp() throws {
    var generator = SeededGenerator(seed: 99)
    for round in 0..<200 {
      let then = Self.book(&generator, legs: 2)
      var now = Self.book(&generator, legs: round % 2 == 0 ? 2 : 3)
      let baseline = ReviewBaseline(capturing: then.strategies[0], from: then.input, at: Book.now - .days(1))
      now.baselines["core"] = baseline
      let (before, after) = (then.evaluate().strategies[0].netBeta, now.evaluate().strategies[0].netBeta)
      let parts = try #require(after.attribution.value, "round \(round)")
      let change = try #require(after.drift.value) - (try #require(before.drift.value))
      #expect(
        abs(parts.total - change) < 1e-12 * max(1, abs(change)) * 100, "round \(round): \(parts), change \(change)")
      #expect(parts.since == baseline.at)
    }
  }

  @Test("each cause alone is named alone")
  func oneCause() throws {
    var generator = SeededGenerator(seed: 4)
    let then = Self.book(&generator)
    let baseline = ReviewBaseline(capturing: then.strategies[0], from: then.input, at: Book.now - .days(1))
    func parts(_ change: (inout Book) -> Void) throws -> DriftAttribution {
      var now = then
      now.baselines["core"] = baseline
      change(&now)
      return try #require(now.evaluate().strategies[0].netBeta.attribution.value)
    }
    let prices = try parts { $0.list("ETH", price: ($0.prices["ETH"] ?? 1) * 1.3, beta: $0.betas["ETH"]?.beta) }
    #expect(prices.prices != 0 && prices.fills == 0 && prices.betas == 0 && prices.target == 0)
    let fills = try parts {
      $0.strategies[0] = $0.strategies[0].with(legs: [Book.leg("BTC", -1, entry: 1_000)])
    }
    #expect(fills.prices == 0 && fills.fills != 0 && fills.betas == 0 && fills.target == 0)
    let betas = try parts { $0.betas["ETH"] = BetaEstimate(source: .regression, beta: 3) }
    #expect(betas.prices == 0 && betas.fills == 0 && betas.betas != 0 && betas.target == 0)
    let target = try parts {
      $0.strategies[0] = $0.strategies[0].with(policy: $0.strategies[0].policy.aiming(at: 2))
    }
    #expect(target.prices == 0 && target.fills == 0 && target.betas == 0 && target.target != 0)
  }

  @Test("before the first review, and when a price of then is missing, the causes are unknown")
  func unknown() throws {
    var generator = SeededGenerator(seed: 6)
    var book = Self.book(&generator)
    #expect(book.evaluate().strategies[0].netBeta.attribution.unknownReason?.kind == .notReceived)
    var baseline = ReviewBaseline(capturing: book.strategies[0], from: book.input, at: Book.now)
    baseline.prices[Book.spot("ETH")] = nil
    book.baselines["core"] = baseline
    #expect(book.evaluate().strategies[0].netBeta.attribution.value == nil)
    #expect(book.evaluate().strategies[0].netBeta.drift.value != nil)
  }
}
