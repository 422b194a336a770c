import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct CarryOutcomesTests {
  private static func position(_ notional: Double, _ rates: [Double], every hours: Double = 8) -> FundedPosition {
    FundedPosition(
      instrument: Book.perpetual("BTC"), notional: notional, stamps: FundingOutlookTests.stamps(rates, every: hours))
  }

  private static let later = FundingOutlookTests.start + .days(1_000)

  @Test("a short of 1,000 over stretches of a day: the three payments after each begin, none beyond the last")
  func golden() throws {
    let rates = [5.0, 1, 2, 3, -4, 0, 1].map { $0 / 1_000 }
    let outcomes = try #require(
      CarryOutcomes.past(of: [Self.position(-1_000, rates)], length: .days(1), through: Self.later).value)
    let expected = [6.0, 1, -1, -3]
    #expect(zip(outcomes.values, expected.sorted()).allSatisfy { isClose($0, $1) } && outcomes.count == 4)
    #expect(outcomes.independentCount == 2)
    #expect(isClose(outcomes.mean, 0.75) && isClose(outcomes.median, 0))
    #expect(isClose(outcomes.percentile(0.25), -1.5) && isClose(outcomes.percentile(1), 6))
    #expect(isClose(outcomes.share(below: 0), 0.5) && outcomes.share(below: -3.1) == 0)
    #expect(isClose(outcomes.shifted(by: -1).maximum, 5) && isClose(outcomes.minimum, -3))
  }

  @Test("legs are counted over the same stretches: a long and a short of one perpetual cancel in every one")
  func offset() throws {
    var random = SeededGenerator(seed: 3)
    let rates = (0..<300).map { _ in 1e-4 * random.normal() }
    let both = try #require(
      CarryOutcomes.past(
        of: [Self.position(-5_000, rates), Self.position(5_000, rates)], length: .days(30), through: Self.later
      ).value)
    #expect(both.values.allSatisfy { abs($0) < 1e-9 } && both.count == 210)
  }

  @Test("the running sums agree with adding the payments up, for random rates and two intervals")
  func sums() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let slow = Self.position(-3_000, (0..<60).map { _ in 1e-4 * random.normal() })
      let fast = Self.position(2_000, (0..<300).map { _ in 1e-5 * random.normal() }, every: 1)
      let found = try #require(CarryOutcomes.past(of: [slow, fast], length: .days(2), through: Self.later).value)
      let end = FundingOutlookTests.start + .hours(300)
      let starts = Set((Array(slow.stamps) + Array(fast.stamps)).map(\.time)).filter { $0 + .days(2) < end }
      let plain = starts.map { start in
        [slow, fast].reduce(0.0) { sum, position in
          let inside = position.stamps.filter { $0.time > start && $0.time <= start + .days(2) }
          return sum + inside.reduce(0) { $0 - position.notional * $1.rate }
        }
      }.sorted()
      #expect(found.count == plain.count, "seed \(seed)")
      #expect(zip(found.values, plain).allSatisfy { abs($0 - $1) < 1e-9 }, "seed \(seed)")
      #expect(
        (0...10).map { found.percentile(Double($0) / 10) }
          == (0...10).map { found.percentile(Double($0) / 10) }.sorted())
    }
  }

  @Test("a past shorter than the holding period has no outcome, and says how long it is")
  func tooShort() {
    let short = CarryOutcomes.past(of: [Self.position(-1, [1e-4, 1e-4, 1e-4])], length: .days(30), through: Self.later)
    #expect(short.unknownReason?.detail == "the funding known covers 1 day, less than 30 days")
    let none = CarryOutcomes.past(of: [Self.position(-1, [])], length: .days(30), through: Self.later)
    #expect(none.unknownReason?.kind == .tooFewObservations)
    #expect(CarryOutcomes.past(of: [], length: .days(30), through: Self.later).unknownReason?.kind == .undefined)
    #expect(CarryOutcomes([.nan], independentCount: 1) == nil && CarryOutcomes([], independentCount: 1) == nil)
  }

  @Test(
    "half a year of real SOL funding: a short paid in most months",
    .enabled(if: ReferenceTable.isPresent, "the shared market data is not beside this package"))
  func solana() throws {
    let stamps = try FundingReferenceTests.stamps(of: "SOLUSDT").filter {
      $0.time >= Timestamp(iso8601: "2022-01-01") ?? $0.time
    }
    let outcomes = try #require(
      CarryOutcomes.past(
        of: [FundedPosition(instrument: Book.perpetual("SOL"), notional: -100_000, stamps: FundingStamps(stamps))],
        length: .days(30), through: Self.later
      ).value)
    #expect(outcomes.independentCount == 6 && outcomes.count > 400)
    #expect(outcomes.minimum <= outcomes.percentile(0.05) && outcomes.percentile(0.05) <= outcomes.median)
    #expect(outcomes.mean < 0 && outcomes.share(below: 0) > 0.5)
  }
}
