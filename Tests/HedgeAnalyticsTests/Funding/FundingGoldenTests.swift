import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct FundingGoldenTests {
  static let start = Timestamp(milliseconds: 1_700_006_400_000)

  static func instrument(_ convention: Instrument.Convention = .linear) -> Instrument {
    Instrument(
      id: InstrumentID(venue: "v", symbol: "BTC"), kind: .perpetual(fundingInterval: .hours(8)),
      convention: convention, underlying: "BTC", quote: "USD", settlement: convention == .linear ? "USD" : "BTC",
      tickSize: 1, lotStep: 1)
  }

  static func stamp(_ hours: Double, _ rate: Double, mark: Double? = 1_000) -> FundingStamp {
    FundingStamp(time: start + .hours(hours), rate: rate, markPrice: mark)
  }

  @Test(
    "the sign law: a short receives a positive rate and pays a negative one; a long the reverse",
    arguments: [
      (-1.0, 0.001, 1.0), (-1, -0.001, -1), (1, 0.001, -1), (1, -0.001, 1),
    ])
  func signLaw(size: Double, rate: Double, cash: Double) {
    #expect(isClose(FundingCash.settled(size: size, price: 1_000, rate: rate, convention: .linear), cash))
    let coins = FundingCash.settled(size: size * 1_000, price: 1_000, rate: rate, convention: .inverse)
    #expect(isClose(coins * 1_000, cash))
    let perDay = FundingCash.perDay(notional: size * 1_000, rate: rate, intervalHours: 8)
    #expect((perDay > 0) == (size * rate < 0))
  }

  @Test("X16: Deribit's dead band", arguments: [(0.0001, 0.0), (0.001, 0.00075), (-0.001, -0.00075)])
  func deadBand(premium: Double, rate: Double) {
    #expect(isClose(FundingPremium.withDeadBand(premium: premium, deadBand: 0.00025), rate))
  }

  @Test("X17: a Kraken inverse short of 100,000 earns 17.85 dollars, .00255 BTC at 7,000")
  func krakenInverse() {
    let coins = FundingCash.settled(size: -100_000, price: 7_000, rate: 0.0001785, convention: .inverse)
    #expect(isClose(coins, 0.00255))
    #expect(isClose(coins * 7_000, 17.85))
  }

  @Test("X18: Hyperliquid's impact premium, paid by the hour")
  func hyperliquid() {
    let premium = FundingPremium.ofImpactPrices(bid: 10_100, ask: 10_110, oracle: 10_000)
    let rate = FundingPremium.withInterest(premium: premium, interest: 0.0001, clamp: 0.0005)
    let hourly = FundingPremium.rescaled(rate: rate, statedHours: 8, paidHours: 1)
    #expect(isClose(rate, 0.0095))
    #expect(isClose(hourly, 0.0011875))
    #expect(isClose(FundingCash.settled(size: 10, price: 10_000, rate: hourly, convention: .linear), -118.75))
  }

  @Test("X19: Bybit's clamp", arguments: [(0.0006, 0.0001), (0.001, 0.0005), (-0.001, -0.0005)])
  func clamp(premium: Double, rate: Double) {
    #expect(isClose(FundingPremium.withInterest(premium: premium, interest: 0.0001, clamp: 0.0005), rate))
  }

  @Test("X20: a long of 1 at 1,000 pays 1 of its balance of 1,000")
  func pays() {
    #expect(1_000 + FundingCash.settled(size: 1, price: 1_000, rate: 0.001, convention: .linear) == 999)
  }

  @Test("X26: 60,000 short at 0.01 %, three times a day for three days")
  func threeDays() {
    let stamps = FundingSchedule.stamps(
      in: .days(3), interval: .hours(8), next: Self.start + .hours(8), now: Self.start)
    #expect(stamps == 9)
    #expect(isClose(FundingCash.received(notional: -60_000, rate: 0.0001) * Double(stamps), 54))
  }

  @Test(
    "a rate a year by its real interval: simple and compound are told apart",
    arguments: [(0.0001, 8.0, 0.1095), (0.0000125, 1, 0.1095)])
  func annualised(rate: Double, hours: Double, simple: Double) {
    #expect(isClose(FundingCash.annualisedSimple(rate: rate, intervalHours: hours), simple))
  }

  @Test("0.00125 % an hour is 11.57 % a year, compound")
  func compound() {
    #expect(isPrinted(FundingCash.annualisedCompound(rate: 0.0000125, intervalHours: 1), 0.1157, digits: 4))
  }

  @Test("break-even: 325,000 short at −0.01 % for 30 days and two fees of 0.05 % need a fall of 1.00 %")
  func breakEven() throws {
    let paid = FundingCash.received(notional: -325_000, rate: -0.0001) * 90
    let fees = FundingBreakEven.roundTripFees(notional: -325_000, fee: 0.0005)
    #expect(isClose(paid, -2_925) && isClose(fees, 325))
    let move = try #require(FundingBreakEven.move(received: paid, costs: fees, betaNotional: -325_000))
    #expect(isClose(move, 0.01))
    #expect(isClose(FundingCash.received(notional: -325_000, rate: 0.0001) * 90, 2_925))
    #expect(FundingBreakEven.move(received: 1, costs: 1, betaNotional: 0) == nil)
    #expect(FundingBreakEven.isInefficient(cost: 3_250, fall: 0.005, betaValue: 325_000))
    #expect(!FundingBreakEven.isInefficient(cost: 3_250, fall: 0.05, betaValue: 325_000))
  }

  @Test(
    "stamps in (now, now + period]: on the end counts, on the beginning does not",
    arguments: [
      (8.0, 24.0, 3), (0.0, 24, 3), (1, 24, 3), (8, 7.99, 0), (8, 8, 1), (-3, 24, 3), (-8, 24, 3),
    ])
  func stamps(next: Double, period: Double, count: Int) {
    let counted = FundingSchedule.stamps(
      in: .hours(period), interval: .hours(8), next: Self.start + .hours(next), now: Self.start)
    #expect(counted == count, "next in \(next) h, period \(period) h")
  }

  @Test("without a known next stamp whole intervals are expected; without a period nothing is")
  func unknownNext() {
    #expect(FundingSchedule.stamps(in: .days(30), interval: .hours(8), next: nil, now: Self.start) == 90)
    #expect(FundingSchedule.stamps(in: .zero, interval: .hours(8), next: nil, now: Self.start) == 0)
    #expect(
      FundingSchedule.next(after: Self.start, stamp: Self.start - .hours(17), interval: .hours(8))
        == Self.start + .hours(7))
  }

  @Test("accrual counts the stamps in (opened, now], at the contracts held before each")
  func accrual() {
    let stamps = [Self.stamp(0, 0.001), Self.stamp(8, 0.001), Self.stamp(16, 0.002), Self.stamp(24, 0.001)]
    let positions = [
      FundingAccrual.Position(from: Self.start, contracts: -2),
      FundingAccrual.Position(from: Self.start + .hours(8), contracts: -5),
      FundingAccrual.Position(from: Self.start + .hours(20), contracts: 0),
    ]
    func accrued(_ now: Double) -> Reading<Double> {
      FundingAccrual.accrued(
        over: stamps, positions: positions, instrument: Self.instrument(), since: Self.start,
        now: Self.start + .hours(now))
    }
    #expect(accrued(7).isClose(to: 0))
    #expect(accrued(8).isClose(to: 2))
    #expect(accrued(16).isClose(to: 2 + 10))
    #expect(accrued(30).isClose(to: 12))
  }

  @Test("the worked hedge: 2.5 BTC short over marks of 65,000, 62,000 and 60,000 receives 46.75")
  func workedHedge() {
    let stamps = [65_000.0, 62_000, 60_000].enumerated().map { Self.stamp(Double($0 + 1) * 8, 0.0001, mark: $1) }
    let income = FundingAccrual.accrued(
      over: stamps, positions: [FundingAccrual.Position(from: Self.start, contracts: -2.5)],
      instrument: Self.instrument(), since: Self.start, now: Self.start + .days(1))
    #expect(income.isClose(to: 46.75))
  }

  @Test("a stamp without a mark makes a linear accrual unknown; an inverse one needs none; nothing held needs none")
  func missingMark() {
    let stamps = [Self.stamp(8, 0.001, mark: nil)]
    func accrued(_ contracts: Double, _ convention: Instrument.Convention) -> Reading<Double> {
      FundingAccrual.accrued(
        over: stamps, positions: [FundingAccrual.Position(from: Self.start, contracts: contracts)],
        instrument: Self.instrument(convention), since: Self.start, now: Self.start + .days(1))
    }
    #expect(accrued(-1, .linear).unknownReason?.kind == .notReceived)
    #expect(accrued(-5_000, .inverse).isClose(to: 5))
    #expect(accrued(0, .linear).isClose(to: 0))
  }

  @Test("a leg shows pay or receive by its own interval; a changed sign since the review is a reversal")
  func legFigures() throws {
    var book = NetBetaValuationTests.bitcoin()
    let id = Book.perpetual("BTC")
    let rate = try #require(FundingRate(rate: -0.0001, interval: .hours(4), nextStamp: Book.now + .hours(1)))
    book.fundings[id] = rate
    book.baselines["core"] = ReviewBaseline(
      at: Book.now - .days(1), strategy: book.strategies[0], prices: [:], betas: [:], fundingRates: [id: 0.0002])
    let strategy = book.evaluate().strategies[0]
    let funding = strategy.legs[0].funding
    #expect(funding.perDay.isClose(to: -162_500 * 0.0001 * 6))
    #expect(funding.annualisedRate.isClose(to: -0.0001 * 8760 / 4))
    #expect(funding.projected.isClose(to: -162_500 * 0.0001 * 180))
    #expect(funding.hasReversed)
    #expect(strategy.funding.perDay.isClose(to: -97.5))
    #expect(strategy.funding.annualisedYield.isClose(to: -97.5 * 365 / 162_500))
    #expect(strategy.funding.roundTripFees.isClose(to: 162.5))
    #expect(strategy.funding.breakEvenMove.isClose(to: (2_925 + 162.5) / 162_500))
    #expect(strategy.funding.nextStamp == Book.now + .hours(1))
    #expect(funding.accrued.unknownReason?.kind == .notReceived)
  }
}
