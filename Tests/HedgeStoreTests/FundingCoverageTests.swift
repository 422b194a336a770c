import HedgeModel
import Testing

@testable import HedgeStore

/// Where payments are complete: by what was told, and by the pace an instrument pays at.
@Suite("Where funding is complete") struct FundingCoverageTests {
  private static let start = Timestamp(milliseconds: 1_700_000_000_000)

  private func at(_ hours: Double) -> Timestamp { Self.start + .hours(hours) }

  private func stamps(_ hours: [Double]) -> FundingStamps {
    FundingStamps(hours.map { FundingStamp(time: at($0), rate: 0.1, markPrice: nil) })
  }

  private func spans(
    told: [(Double, Double)], _ hours: [Double], every interval: Double = 8
  ) -> [FundingSpan] {
    var coverage = FundingCoverage(from: Self.start)
    for (since, until) in told { coverage.add(FundingSpan(since: at(since), until: at(until))) }
    return coverage.spans(stamps(hours), every: .hours(interval))
  }

  @Test("spans that meet or overlap are one, in whatever order they are told")
  func joining() {
    for told in [[(-40.0, -20.0), (-20.0, -4.0)], [(-20.0, -4.0), (-40.0, -10.0)]] {
      #expect(spans(told: told, []).map(\.since) == [at(-40)], "four hours before the start nothing fits")
    }
    #expect(spans(told: [(-40, -20)], []).map(\.since) == [at(-40), at(0)])
  }

  @Test("payments one after another at the specification's pace leave no room for another")
  func chain() {
    #expect(spans(told: [], [-24, -16, -8, 0]).map(\.since) == [at(-24) - .milliseconds(1)])
    #expect(spans(told: [], [-24, -8, 0]).map(\.since).count == 2, "one is missing at −16")
    let stamped = stamps([-16, -8.0001, 0.0002])
    #expect(FundingCoverage(from: Self.start).spans(stamped, every: .hours(8)).count == 1, "a little early or late")
  }

  @Test("an instrument that pays more often than its specification says is held to its own pace")
  func pace() {
    #expect(
      spans(told: [], [-16, -12, -8, 0]).map(\.since) == [at(-16) - .milliseconds(1), at(-0.0) - .milliseconds(1)])
  }

  @Test("without anything told or paid only the time since the start is complete")
  func nothing() {
    #expect(spans(told: [], []) == [FundingSpan(since: Self.start, until: .distantFuture)])
  }
}
