import Foundation
import HedgeAnalytics
import HedgeStore
import HedgeTestSupport
import Testing

@testable import hedgetop

@Suite struct CompareCommandTests {
  @Test("dollars instead of beta-dollars leave a beta open; all rows are told for a benchmark and another coin")
  func json() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(HedgedBook.benchmark(ratio: "1", short: "-3"), to: "hedge.toml")
    let run = try ProgramRun(["compare", "-c", file, "--json"], in: folder)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let report = try run.json()
    #expect(report["schema"] as? String == "hedgetop.compare.v1")
    #expect(report["hedge"] as? String == "simulated:BTC-PERP")
    let rows = try #require(report["rows"] as? [[String: Any]])
    func figure(_ kind: String, _ name: String) -> Double {
      let row = rows.first { $0["kind"] as? String == kind }
      return (row?[name] as? [String: Any])?["value"] as? Double ?? .nan
    }
    #expect(
      rows.map { $0["kind"] as? String } == [
        "current", "long-only", "simple-dollar", "beta-weighted", "beta-neutral", "pairs", "carry",
      ])
    let beta = figure("long-only", "net_beta")
    #expect(beta > 1.05 && isClose(figure("simple-dollar", "net_beta"), beta - 1))
    for kind in ["beta-weighted", "beta-neutral", "pairs", "carry"] {
      #expect(abs(figure(kind, "net_beta")) < 1e-9 && abs(figure(kind, "profit_at_fall")) < 1e-3, "\(kind)")
    }
    #expect(figure("long-only", "profit_at_fall") < 0 && figure("long-only", "margin_needed") == 0)
    #expect(isClose(figure("carry", "margin_needed"), figure("long-only", "long_value") / 5))
  }

  @Test("the text has a row for each strategy, and says why a figure is missing")
  func text() throws {
    let snapshot = SnapshotBuilder.calm.snapshot
    let text = try ComparisonReport(snapshot.figures.strategies[0], in: snapshot.figures, now: snapshot.now).text
    for word in ["current", "long-only", "simple-dollar", "beta-neutral", "pairs", "carry", "-10 %", "+10 %"] {
      #expect(text.contains(word), "\(word)")
    }
    let unknown = StatusTextTests.unknown.snapshot
    let missing = try ComparisonReport(unknown.figures.strategies[0], in: unknown.figures, now: unknown.now).text
    #expect(missing.contains("- no price of simulated:BTC yet"))
    let stale = StatusTextTests.stale.snapshot
    #expect(
      try ComparisonReport(stale.figures.strategies[0], in: stale.figures, now: stale.now).text.contains("* stale"))
  }

  @Test("a strategy without a future on the benchmark has nothing to be compared with: 3")
  func noFuture() throws {
    let folder = try TemporaryFolder()
    let book = HedgedBook.sameAsset().replacingOccurrences(of: "BTC-PERP", with: "SOL-PERP")
    let file = try folder.write(book, to: "hedge.toml")
    let run = try ProgramRun(["compare", "-c", file], in: folder)
    #expect(run.status == 3 && run.errors.contains("no leg on BTC to compare with"), "\(run.status) \(run.errors)")
  }
}
