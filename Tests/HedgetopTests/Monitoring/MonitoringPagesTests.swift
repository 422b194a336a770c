import Foundation
import HTTPPort
import HedgeModel
import HedgeStore
import HedgeTestSupport
import MarketData
import Metrics
import Synchronization
import Testing

@testable import hedgetop

/// The pages of the monitoring port.
@Suite struct MonitoringPagesTests {
  private let clock = ManualClock(SnapshotBuilder.calm.now)

  private func pages(_ builders: SnapshotBuilder...) -> MonitoringPages {
    let pages = MonitoringPages(clock: clock) { ProcessFigures() }
    for (index, builder) in builders.enumerated() { publish(builder, at: index, in: pages) }
    return pages
  }

  private func publish(_ builder: SnapshotBuilder, at index: Int, in pages: MonitoringPages) {
    pages.publish(
      PublishedPortfolio(builder.snapshot, publishedAt: clock.now(), interval: .seconds(1)), at: index)
  }

  @Test("/snapshot is what status --json prints, to the byte")
  func snapshot() throws {
    let answer = try #require(pages(.breach).page(at: "/snapshot"))
    #expect(answer.status == 200 && answer.contentType == .json)
    let expected = try JSONOutput.text(SnapshotReport(SnapshotBuilder.breach.snapshot))
    #expect(answer.body.text == expected)
  }

  @Test("/snapshot of several portfolios is a list of what is printed of each")
  func snapshots() throws {
    let text = try #require(pages(.calm, .breach).page(at: "/snapshot")).body.text
    let list = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(list.count == 2 && list.allSatisfy { $0["portfolio"] as? String == "Sample" })
  }

  @Test("/metrics tells the hedge and the program")
  func metrics() throws {
    let answer = try #require(pages(.calm).page(at: "/metrics"))
    #expect(answer.contentType.rawValue == "text/plain; version=0.0.4; charset=utf-8")
    #expect(answer.body.text.contains("\nhedgetop_net_beta{") && answer.body.text.contains("\nhedgetop_build_info{"))
  }

  @Test("another snapshot makes other pages; the same one the same")
  func isCurrent() throws {
    let pages = pages(.calm)
    func text() -> String? { pages.page(at: "/metrics")?.body.text }
    let first = text()
    #expect(text() == first)
    publish(.breach, at: 0, in: pages)
    let second = text()
    #expect(second != first && second?.contains("verdict=\"breach\"} 1") == true)
  }

  @Test("health is 200 while snapshots come and feeds deliver, and 503 with words when not")
  func health() throws {
    let pages = pages(.calm)
    #expect(pages.page(at: "/healthz") == .words(200, "ok"))
    clock.advance(by: .seconds(60))
    #expect(pages.page(at: "/healthz") == .words(503, "Sample: the last snapshot is 60 s old"))
    publish(.stale, at: 0, in: pages)
    #expect(pages.page(at: "/healthz") == .words(503, "Sample: feed simulated: stale 35 s"))
    publish(.calm, at: 0, in: pages)
    #expect(pages.page(at: "/healthz")?.status == 200)
  }

  @Test("there are no other pages", arguments: ["/", "", "/metrics/", "/Metrics", "/config", "/../etc/passwd"])
  func none(path: String) {
    #expect(pages(.calm).page(at: path) == nil)
  }

  @Test("publishing does not wait for a page that is being made")
  func neverWaits() async throws {
    let pages = MonitoringPages(clock: clock) { ProcessFigures() }
    publish(.large, at: 0, in: pages)
    let isMaking = Mutex(true)
    let making = Thread {
      for _ in 0..<3 {
        _ = pages.page(at: "/metrics")
        self.publish(.large, at: 0, in: pages)
      }
      isMaking.withLock { $0 = false }
    }
    making.start()
    let snapshot = PublishedPortfolio(SnapshotBuilder.calm.snapshot, publishedAt: clock.now(), interval: .seconds(1))
    var longest = Duration.zero
    while isMaking.withLock({ $0 }) {
      longest = max(longest, ContinuousClock().measure { pages.publish(snapshot, at: 0) })
      await Task.yield()
    }
    // A page of a thousand legs takes tens of milliseconds in a debug build; handing a value over takes none of them.
    #expect(longest < .milliseconds(500), "\(longest)")
  }
}
