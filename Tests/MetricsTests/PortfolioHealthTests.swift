import HedgeModel
import HedgeStore
import HedgeTestSupport
import Metrics
import Testing

/// Whether a portfolio is being watched.
@Suite struct PortfolioHealthTests {
  private func faults(
    _ builder: SnapshotBuilder, age: Duration = .zero, interval: Duration = .seconds(1)
  ) -> [String] {
    let portfolio = PublishedPortfolio(builder.snapshot, publishedAt: builder.now, interval: interval)
    return PortfolioHealth(portfolio, now: builder.now + age).faults
  }

  @Test("a fresh snapshot of feeds that deliver is well, in breach or not")
  func well() {
    #expect(faults(.calm) == [] && faults(.breach) == [])
  }

  @Test("a feed that is silent or has not begun is named with its state")
  func feeds() {
    #expect(faults(.stale) == ["Sample: feed simulated: stale 35 s"])
    #expect(faults(.unknown) == ["Sample: feed simulated: connecting"])
  }

  @Test(
    "snapshots that stopped are told after ten seconds, or three that did not come",
    arguments: [(10, 1, false), (11, 1, true), (100, 60, false), (181, 60, true), (3600, 1, true)])
  func age(seconds: Int, interval: Int, isTold: Bool) {
    let faults = faults(.calm, age: .seconds(seconds), interval: .seconds(interval))
    #expect(faults == (isTold ? ["Sample: the last snapshot is \(seconds) s old"] : []))
  }

  @Test("names from outside bring no line break and no control character into the words")
  func hostile() {
    var builder = SnapshotBuilder.stale
    builder.name = "a\nb\u{1B}[2J"
    #expect(faults(builder).allSatisfy { !$0.contains("\n") && !$0.contains("\u{1B}") })
  }
}
