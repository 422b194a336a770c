import Foundation
import HedgeConfiguration
import HedgeModel
import HedgeTestSupport
import Metrics
import Testing

@testable import hedgetop

/// The page about monitoring says what the program serves, and the commands print what comes with it.
@Suite struct MonitoringPageTests {
  private static let page = ".github/monitoring.md"

  private static func lines() throws -> [String] {
    try StrategyPageTests.text(page).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("its tables hold every metric there is, in order, with its sort and its own words")
  func metrics() throws {
    let rows = try Self.lines().filter {
      $0.hasPrefix("| `") && ($0.contains("| gauge |") || $0.contains("| counter |"))
    }
    let expected = MetricCatalogue.all.map { "| `\($0.name)` | \($0.kind.rawValue) |" }
    #expect(rows.count == expected.count)
    for (row, metric) in zip(rows, MetricCatalogue.all) {
      #expect(row.hasPrefix("| `\(metric.name)` | \(metric.kind.rawValue) | "), "\(row)")
      #expect(row.hasSuffix(" | \(metric.help) |"), "\(row)")
    }
  }

  @Test("the labels of each row are those the samples carry")
  func labels() throws {
    var found: [String: Set<String>] = [:]
    let builders: [SnapshotBuilder] = [.breach, .stale, .unknown]
    for builder in builders {
      let portfolio = PublishedPortfolio(builder.snapshot, publishedAt: builder.now, interval: .seconds(1))
      for line in MetricsText.hedge([portfolio]).split(separator: "\n") where !line.hasPrefix("#") {
        let name = String(line.prefix { $0 != "{" })
        for match in line.matches(of: /([a-z_]+)="/) { found[name, default: []].insert(String(match.1)) }
      }
    }
    for line in try Self.lines() {
      guard let match = line.firstMatch(of: /^\| `(hedgetop_\w+)` \| \w+ \| ([^|]*) \|/) else { continue }
      guard let labels = found[String(match.1)] else { continue }
      let stated = Set(match.2.split(separator: ",").map { $0.filter { $0 != "`" && $0 != " " } })
      #expect(labels.isSubset(of: stated), "\(match.1): \(labels) and \(stated)")
    }
  }

  @Test("the configuration it shows is sound, and the front page links to it")
  func configuration() throws {
    #expect(try StrategyPageTests.text("README.md").contains("(\(Self.page))"))
    let shown = PageBlock.all(in: try Self.lines()).filter { $0.language == "toml" }
    #expect(!shown.isEmpty)
    let example = ExampleConfiguration.text.replacing("[metrics]\n", with: "")
    for block in shown {
      let text = example + "\n" + block.lines.joined(separator: "\n")
      let configuration = try Configuration.parse(
        text, file: Self.page, now: Timestamp(milliseconds: 1_795_000_000_000), home: "/home/ann")
      #expect(configuration.metrics.listen != nil)
    }
  }

  @Test("it keeps to 140 columns, tables apart")
  func width() throws {
    #expect(try Self.lines().allSatisfy { $0.count <= 140 || $0.hasPrefix("|") })
  }

  @Test("the commands print the files, and nothing else", arguments: MonitoringFile.allCases)
  func commands(file: MonitoringFile) throws {
    let run = try ProgramRun(["monitoring", file.rawValue], in: TemporaryFolder())
    #expect(run.status == 0 && run.errors.isEmpty && run.output == file.text)
    #expect(file.text.utf8.count > 200 && file.text.hasSuffix("\n"))
  }
}
