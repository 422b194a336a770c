import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct HedgePricingTests {
  static let id = Book.perpetual("BTC")

  /// 5 BTC at 65,000 and 5 short, with 100 days of one funding rate behind it and the next payment in 8 hours.
  static func book(rate: Double = -0.0001) throws -> Book {
    var book = Book()
    book.list("BTC", price: 65_000)
    book.future("BTC", mark: 65_000)
    book.account(balances: ["USD": 100_000])
    book.strategy("core", [Book.holding("BTC", 5)], [Book.leg("BTC", -5, entry: 65_000)], ratio: 1)
    book.fundings[id] = FundingRate(rate: rate, interval: .hours(8), nextStamp: Book.now + .hours(8))
    return book
  }

  static func past(_ rate: Double, days: Int = 100) -> FundingStamps {
    FundingOutlookTests.stamps(
      [Double](repeating: rate, count: days * 3), from: Book.now - .hours(Double(days * 24 - 8)))
  }

  static func price(
    _ book: Book, _ stamps: [InstrumentID: Reading<FundingStamps>], drop: Double = 0.1,
    slippage: [InstrumentID: Double] = [:], holding: Duration = .days(30)
  ) -> HedgePriceFigures {
    let market = CarryMarket(stamps: stamps, accounts: book.accounts, slippage: slippage)
    return HedgePricing.figures(
      of: book.evaluate().strategies[0], terms: HedgePriceTerms(holdingPeriod: holding, drop: drop), market: market,
      at: Book.now)
  }

  @Test("325,000 short at −0.01 % for 30 days with two fees of 0.05 %: 2,925 + 325, a fall of 1.00 %, 330 days")
  func golden() throws {
    let price = Self.price(try Self.book(), [Self.id: .stated(Self.past(-0.0001))])
    #expect(price.expectedCarry.isClose(to: -2_925) && price.fees.isClose(to: 325))
    #expect(price.expectedCost.isClose(to: 3_250) && price.breakEvenMove.isClose(to: 0.01))
    #expect(price.protectedLoss.isClose(to: 32_500) && price.isInefficient.value == false)
    #expect(price.exhaustion.value?.instant == Book.now + .days(330))
    #expect(price.carryError.value.map { abs($0) < 1e-9 } == true)
    #expect(price.outcomes.value?.values.allSatisfy { isClose($0, -2_925) } == true)
    #expect(price.outcomes.value?.independentCount == 3 && price.inefficientShare.isClose(to: 0))
    #expect(price.reversals[Self.id]?.isReversed == false && price.nextRolls.isEmpty)
  }

  @Test("at +0.01 % the same hedge receives 2,925, costs less than nothing and is never eaten")
  func received() throws {
    let price = Self.price(try Self.book(rate: 0.0001), [Self.id: .stated(Self.past(0.0001))])
    #expect(price.expectedCarry.isClose(to: 2_925) && price.expectedCost.isClose(to: -2_600))
    #expect((price.breakEvenMove.value ?? 0) < 0 && price.exhaustion.value == .never)
  }

  @Test(
    "a cost above the stated drop · exposure is inefficient",
    arguments: [(0.005, true), (0.0099, true), (0.0101, false), (0.02, false)])
  func inefficient(drop: Double, expected: Bool) throws {
    let price = Self.price(try Self.book(), [Self.id: .stated(Self.past(-0.0001))], drop: drop)
    #expect(price.isInefficient.value == expected)
    #expect(price.inefficientShare.isClose(to: expected ? 1 : 0))
  }

  @Test("slippage is part of the cost where it is known, and said to be missing where not")
  func slippage() throws {
    let stamps: [InstrumentID: Reading<FundingStamps>] = [Self.id: .stated(Self.past(-0.0001))]
    let without = Self.price(try Self.book(), stamps)
    #expect(!without.includesSlippage && without.slippage.unknownReason?.kind == .notReceived)
    let with = Self.price(try Self.book(), stamps, slippage: [Self.id: 0.0002])
    #expect(with.includesSlippage && with.slippage.isClose(to: 130) && with.expectedCost.isClose(to: 3_380))
  }

  @Test("without a past the cost is unknown with the feed's reason, never zero")
  func unknown() throws {
    let reason = UnknownReason(.notReceived, "the feed keeps no funding history")
    let price = Self.price(try Self.book(), [Self.id: .unknown(reason)])
    #expect(price.expectedCarry.unknownReason == reason && price.expectedCost.unknownReason == reason)
    #expect(price.isInefficient.unknownReason == reason && price.outcomes.unknownReason == reason)
    #expect(price.fees.isClose(to: 325))
    #expect(Self.price(try Self.book(), [:]).expectedCost.unknownReason?.kind == .notReceived)
  }

  @Test("a dated leg brings its basis over the holding period and pays for its rolls")
  func dated() throws {
    var book = Book()
    book.list("BTC", price: 50_000)
    let id = book.future("BTC", mark: 51_000, kind: .dated(expiry: Book.now + .days(60)))
    book.account(balances: ["USD": 100_000])
    book.strategy("core", [Book.holding("BTC", 1)], [Book.leg("BTC", -1, entry: 51_000)], ratio: 1)
    let price = Self.price(book, [:])
    #expect(price.expectedCarry.isClose(to: 500) && price.fees.isClose(to: 51) && price.carryError.isClose(to: 0))
    #expect(price.outcomes.unknownReason?.kind == .undefined)
    let longer = Self.price(book, [:], holding: .days(90))
    #expect(longer.nextRolls == [id: Book.now + .days(60)] && longer.fees.isClose(to: 102))
    #expect(longer.expectedCarry.isClose(to: 1_500))
  }

  @Test("a book without legs has nothing to price: no exposure, no break-even")
  func noLegs() {
    var book = Book()
    book.list("BTC", price: 50_000)
    book.account(balances: ["USD": 1])
    book.strategy("core", [Book.holding("BTC", 1)], [])
    let price = Self.price(book, [:])
    #expect(price.expectedCost.isClose(to: 0) && price.breakEvenMove.unknownReason?.kind == .undefined)
  }
}
