import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct StressLiquidationTests {
  /// Short 5 BTC from 65,000 with an isolated margin of 65,000 and Binance's tiers of the time.
  static func isolated() -> Book {
    var book = Book()
    book.list("BTC", price: 65_000)
    book.future("BTC", mark: 65_000)
    book.account(
      balances: ["USD": 1_000],
      tiers: Book.tiers([(0, .exact("0.004")), (50_000, .exact("0.005")), (600_000, .exact("0.0065"))]))
    book.strategy(
      "core", [Book.holding("BTC", 5)], [Book.leg("BTC", -5, entry: 65_000, mode: .isolated(margin: 65_000))])
    return book
  }

  private func first(_ book: Book, _ scenario: StressScenario) throws -> StressLiquidation? {
    try #require(StressGoldenTests.outcome(book, scenario).firstLiquidation.value)
  }

  @Test("a short 5 BTC from 65,000 with its own margin of 65,000 is liquidated at 77,621.89, on the way to +30 %")
  func golden() throws {
    let liquidation = try #require(try first(Self.isolated(), .benchmark(0.3)))
    #expect(isPrinted(65_000 * (1 + 0.3 * liquidation.fraction), 77_621.89, digits: 2))
    #expect(liquidation.isolatedLeg == Book.perpetual("BTC") && liquidation.account == "main")
  }

  @Test("half as far is enough when the move is twice as large; too small a move, or the other side, liquidates nobody")
  func monotone() throws {
    let book = Self.isolated()
    var last = 1.0
    for move in [0.2, 0.25, 0.3, 0.5, 1, 3] {
      let fraction = try #require(try first(book, .benchmark(move))).fraction
      #expect(fraction < last && isClose(fraction * move, 77_621.890547 / 65_000 - 1, 1e-6), "\(move)")
      last = fraction
    }
    #expect(try first(book, .benchmark(0.19)) == nil)
    #expect(try first(book, .benchmark(-0.9)) == nil)
  }

  @Test("under a benchmark move the fraction is the account's own liquidating move over it")
  func agreesWithAccount() throws {
    var generator = SeededGenerator(seed: 400)
    var checked = 0
    for round in 0..<60 {
      var book = AttributionTests.book(&generator)
      book.accounts = []
      book.account(
        balances: ["USD": .exact(generator.uniform(100...900).rounded().description)],
        tiers: Book.tiers([(0, .exact("0.02"))]))
      let account = book.evaluate().accounts[0]
      guard let move = account.liquidatingBenchmarkMove.value, move != 0, abs(move) < 0.4 else { continue }
      let liquidation = try #require(try first(book, .benchmark(move * 1.5)), "round \(round): \(move)")
      #expect(abs(liquidation.fraction - 1 / 1.5) < 1e-6, "round \(round), \(move): \(liquidation)")
      #expect(try first(book, .benchmark(move * 0.99)) == nil)
      checked += 1
    }
    #expect(checked >= 10)
  }

  @Test("of several accounts the one reached first is named, and each tells its own")
  func several() throws {
    var book = Self.isolated()
    book.account("thin", balances: ["USD": 5_000])
    book.strategies[0] = book.strategies[0].with(
      legs: book.strategies[0].legs + [Book.leg("BTC", -1, entry: 65_000, account: "thin")])
    let outcome = try StressGoldenTests.outcome(book, .benchmark(0.3))
    let known = try #require(outcome.firstLiquidation.value)
    let first = try #require(known)
    #expect(first.account == "thin" && first.isolatedLeg == nil)
    let each = outcome.accounts.compactMap { $0.liquidation.value ?? nil }
    #expect(each.map(\.account) == ["main", "thin"] && each[1].fraction < each[0].fraction)
    #expect(outcome.accounts[1].marginAfter.value ?? 0 >= 1 && outcome.accounts[1].marginBefore.value ?? 1 < 1)
  }

  @Test("an account past liquidation is liquidated where it stands")
  func already() throws {
    var book = NetBetaValuationTests.bitcoin()
    book.accounts = []
    book.account(balances: ["USD": 100])
    #expect(try first(book, .benchmark(-0.1))?.fraction == 0)
  }

  @Test("an account with nothing in it survives everything")
  func empty() throws {
    var book = NetBetaValuationTests.bitcoin()
    book.strategies[0] = book.strategies[0].with(legs: [Book.leg("BTC", 0)])
    let outcome = try StressGoldenTests.outcome(book, .benchmark(5))
    #expect(outcome.firstLiquidation.value == .some(nil) && outcome.accounts[0].marginAfter.value == 0)
  }

  @Test("a whole position that jumps into a dearer bracket and out of it again is caught on the way")
  func jump() throws {
    var book = Book()
    book.list("BTC", price: 100)
    book.future("BTC", mark: 100)
    // From 1,000 on the whole position needs 30 %, from 1,100 on as good as nothing; a long only gains on the way.
    book.account(
      balances: ["USD": 150],
      tiers: Book.tiers([(0, .exact("0.01")), (1_000, .exact("0.3")), (1_100, .exact("0.001"))], rule: .wholePosition))
    book.strategy("long", [], [Book.leg("BTC", 9, entry: 100)])
    let outcome = try StressGoldenTests.outcome(book, .benchmark(0.3))
    #expect(outcome.accounts[0].marginAfter.value ?? 1 < 1)
    let known = try #require(outcome.firstLiquidation.value)
    let liquidation = try #require(known)
    #expect(abs(900 * (1 + 0.3 * liquidation.fraction) - 1_000) < 1e-4)
  }

  @Test("funding alone can end an account: the fraction is the share of the payments it can bear")
  func byFunding() throws {
    var book = StressBasisAndFundingTests.carry(-2)
    book.accounts = []
    book.account(balances: ["USD": 5_000], tiers: Book.tiers([(0, .exact("0.01"))]))
    // Equity 5,000 − 1,000; required 1,010; paid in all 6,817.50.
    let liquidation = try #require(try first(book, .funding(0.0075)))
    #expect(abs(liquidation.fraction - (4_000 - 1_010) / 6_817.5) < 1e-6)
  }
}
