import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct CarryLawTests {
  static let now = Timestamp(milliseconds: 1_700_006_400_000)

  @Test("held to expiry a short gains the whole basis: 3 % of the spot sold, wherever the roll")
  func toExpiry() {
    let carry = DatedCarry.received(notional: -10_300, basis: 0.03, over: .days(90), remaining: .days(90))
    #expect(isClose(carry, 300))
    #expect(isClose(DatedCarry.received(notional: -10_300, basis: 0.03, over: .days(30), remaining: .days(90)), 100))
    #expect(DatedCarry.received(notional: 10_300, basis: 0.03, over: .days(30), remaining: .days(90)) < 0)
    #expect(DatedCarry.received(notional: -9_700, basis: -0.03, over: .days(30), remaining: .days(90)) < 0)
  }

  @Test(
    "a future is rolled when its lead begins within the holding period, not at the period's end",
    arguments: [
      (90.0, 0.0, 30.0, []), (90, 0, 90, []), (90, 0, 91, [90]), (90, 7, 90, [83]), (30, 0, 365, [30, 121, 212, 303]),
      (3, 7, 30, [0]), (90, 0, 0, []),
    ] as [(Double, Double, Double, [Double])])
  func rolls(expiry: Double, lead: Double, period: Double, expected: [Double]) {
    let rolls = DatedCarry.rolls(
      expiry: Self.now + .days(expiry), lead: .days(lead), tenor: .days(91), over: .days(period), from: Self.now)
    #expect(rolls.map { ($0 - Self.now).inDays } == expected)
  }

  @Test("a tenor of nothing, or of a millisecond, ends")
  func tenor() {
    func rolls(_ tenor: Duration) -> Int {
      DatedCarry.rolls(expiry: Self.now, lead: .zero, tenor: tenor, over: .days(1), from: Self.now).count
    }
    #expect(rolls(.zero) == 0 && rolls(.milliseconds(1)) == 1_000)
  }

  @Test("the benefit is eaten after (benefit − fees)/pace: 32,500 less 325 at 97.50 a day last 330 days")
  func exhaustion() {
    func reached(_ benefit: Double, _ perDay: Double) -> CarryExhaustion {
      CarryExhaustion.reached(benefit: benefit, fixedCosts: 325, costPerHour: perDay / 24, from: Self.now)
    }
    #expect(reached(32_500, 97.5) == .at(Self.now + .days(330)))
    #expect(reached(300, 97.5) == .at(Self.now))
    #expect(reached(32_500, 0) == .never && reached(32_500, -97.5) == .never)
    #expect(reached(32_500, 1e-9) == .never && reached(.infinity, 1).instant == nil)
  }

  @Test("a basis of 300 captured is eaten by 10 a day of interest in 30 days")
  func basisCaptured() {
    let eaten = CarryExhaustion.reached(benefit: 300, fixedCosts: 0, costPerHour: 10.0 / 24, from: Self.now)
    #expect(eaten.instant == Self.now + .days(30))
  }

  @Test("a rate with the other sign than the last payment has reversed; zero has no sign")
  func rateReversal() {
    let stamps = FundingOutlookTests.stamps([1e-4, 2e-4], from: Self.now - .hours(8))
    func reversal(_ current: Double?) -> CarryReversal {
      CarryReversal(stamps, current: current, window: .days(1), at: Self.now)
    }
    #expect(reversal(-1e-4).isRateReversed && !reversal(1e-4).isReversed)
    #expect(!reversal(0).isReversed && !reversal(nil).isReversed)
  }

  @Test("the expected carry has flipped when this window's mean has the other sign than the last one's")
  func carryReversal() {
    let stamps = FundingOutlookTests.stamps([1e-4, 1e-4, 1e-4, 1e-4, -3e-4, 1e-4], from: Self.now - .hours(40))
    let flipped = CarryReversal(stamps, current: 1e-4, window: .days(1), at: Self.now)
    #expect(flipped.isCarryReversed && !flipped.isRateReversed)
    #expect(flipped.lastTurn == Self.now)
    let early = FundingStamps(stamps.prefix(4))
    let steady = CarryReversal(early, current: 1e-4, window: .hours(16), at: Self.now - .hours(16))
    #expect(!steady.isReversed && steady.lastTurn == nil)
  }
}
