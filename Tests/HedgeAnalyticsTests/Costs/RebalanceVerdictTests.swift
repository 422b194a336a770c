import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct RebalanceVerdictTests {
  /// A drift of 0.08 on a million at a volatility of 60 % for 30 days.
  private static func verdict(
    drift: Double = 0.08, driftAfter: Double = 0, aversion: Double = 3, cost: Double = 40
  ) -> RebalanceVerdict {
    RebalanceVerdict(
      RebalanceCase(
        drift: drift, driftAfter: driftAfter, value: 1_000_000, benchmarkVolatility: 0.6, horizon: .days(30),
        riskAversion: aversion, cost: cost))
  }

  @Test("(0.08 · 1,000,000 · 0.6)² · 30/365 = 189,369,863 of variance, worth 284.05 at λ = 3/2,000,000")
  func golden() throws {
    let verdict = Self.verdict()
    #expect(isClose(verdict.varianceNow, 48_000 * 48_000 * 30.0 / 365))
    #expect(isClose(verdict.riskPrice, 1.5e-6))
    #expect(isPrinted(verdict.benefit, 284.05, digits: 2))
    #expect(verdict.decision == .rebalance)
    #expect(isClose(verdict.deviationRemoved, verdict.varianceRemoved.squareRoot()))
  }

  @Test("a drift of 0.08 on a million at 60 % is 2,512 a day; of it and what is left, the squares add up")
  func daily() {
    #expect(isPrinted(Self.verdict().dailyDeviationNow, 2512.43, digits: 2))
    #expect(Self.verdict().dailyDeviationAfter == 0)
    let verdict = Self.verdict(drift: -0.08, driftAfter: 0.02)
    let (now, after, removed) = (
      verdict.dailyDeviationNow, verdict.dailyDeviationAfter, verdict.dailyDeviationRemoved
    )
    #expect(isClose(after, now / 4) && isClose(removed * removed + after * after, now * now))
    #expect(isClose(removed * 30.0.squareRoot(), verdict.deviationRemoved))
    #expect(Self.verdict(drift: 0.02, driftAfter: 0.03).dailyDeviationRemoved == 0)
  }

  @Test("at the break-even drift, and at the break-even horizon, the benefit is the cost", arguments: [0.0, 0.01])
  func breakEven(driftAfter: Double) throws {
    let verdict = Self.verdict(driftAfter: driftAfter)
    let drift = try #require(verdict.breakEvenDrift)
    #expect(isClose(Self.verdict(drift: drift, driftAfter: driftAfter).benefit, 40, 1e-6))
    #expect(Self.verdict(drift: drift * 1.001, driftAfter: driftAfter).decision == .rebalance)
    #expect(Self.verdict(drift: -drift * 0.999, driftAfter: driftAfter).decision == .wait)
    let horizon = try #require(verdict.breakEvenHorizon)
    #expect(isClose(verdict.benefit * horizon.inDays / 30, 40, 1e-6))
  }

  @Test("who does not care about risk, or trades nothing away, waits")
  func waits() {
    #expect(Self.verdict(aversion: 0).decision == .wait && Self.verdict(aversion: 0).breakEvenDrift == nil)
    #expect(Self.verdict(drift: 0.02, driftAfter: 0.03).decision == .wait)
    #expect(Self.verdict(drift: 0.02, driftAfter: 0.03).deviationRemoved == 0)
    #expect(Self.verdict(cost: .infinity).breakEvenHorizon == nil)
  }

  @Test("an unknown input leaves the verdict unknown with its reason; a stale one marks it stale")
  func unknown() {
    let missing = UnknownReason(.notReceived, "no book")
    func judge(_ drift: Reading<Double>, _ cost: Reading<Double>) -> Reading<RebalanceVerdict> {
      RebalanceVerdict.judge(
        drift: drift, value: .stated(1_000), benchmarkVolatility: .stated(0.6), horizon: .days(1), riskAversion: 3,
        cost: cost)
    }
    #expect(judge(.stated(0.1), .unknown(missing)).unknownReason == missing)
    let old = Provenance(asOf: Book.now, source: "late", isStale: true)
    #expect(judge(.known(0.1, old), .stated(1)).isStale)
    #expect(judge(.stated(0.1), .stated(1)).isFresh)
  }
}
