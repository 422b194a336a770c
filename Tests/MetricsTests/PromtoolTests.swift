import Foundation
import HedgeTestSupport
import Testing

@testable import Metrics

/// Prometheus's own tool looks at what is served and at the rules.
@Suite("promtool", .enabled(if: MetricsTool.isPresent, "promtool is not installed"))
struct PromtoolTests {
  @Test("it finds nothing wrong with any text", arguments: MonitoredSamples.recorded.map(\.name))
  func metrics(name: String) throws {
    let sample = try #require(MonitoredSamples.recorded.first { $0.name == name })
    let run = try MetricsTool.run(["check", "metrics"], input: MonitoredSamples.text(sample.portfolio))
    #expect(run.status == 0 && run.output.isEmpty, "\(run.output)")
  }

  @Test("it finds fault with a text that has one")
  func fault() throws {
    let run = try MetricsTool.run(["check", "metrics"], input: "# TYPE hedgetop_x gauge\nhedgetop_x nonsense\n")
    #expect(run.status != 0)
  }

  @Test("it finds nothing wrong with the rules")
  func rules() throws {
    let run = try MetricsTool.run(["check", "rules"], input: MonitoringFile.rules.text)
    let file = FileManager.default.temporaryDirectory.appending(path: "hedgetop-\(UUID()).yml")
    defer { try? FileManager.default.removeItem(at: file) }
    try MonitoringFile.rules.text.write(to: file, atomically: true, encoding: .utf8)
    let checked = try MetricsTool.run(["check", "rules", file.path])
    #expect(checked.status == 0 && checked.output.contains("SUCCESS"), "\(checked.output)\(run.output)")
  }

  @Test("it finds nothing wrong with the scrape configuration")
  func scrape() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "hedgetop-\(UUID()).yml")
    defer { try? FileManager.default.removeItem(at: file) }
    try MonitoringFile.scrape.text.write(to: file, atomically: true, encoding: .utf8)
    let run = try MetricsTool.run(["check", "config", file.path])
    #expect(run.status == 0 && run.output.contains("SUCCESS"), "\(run.output)")
  }

  /// The rules over minutes of samples as they are served: a calm portfolio raises nothing, the one in breach raises
  /// drift, margin and liquidation, the unknown one says that it is unknown.
  @Test("the rules fire on what they are for, and on nothing else")
  func firing() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hedgetop-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try MonitoringFile.rules.text.write(
      to: folder.appending(path: "rules.yml"), atomically: true, encoding: .utf8)
    let file = folder.appending(path: "tests.yml")
    try RuleScenario.file.write(to: file, atomically: true, encoding: .utf8)
    let run = try MetricsTool.run(["test", "rules", file.path])
    #expect(run.status == 0 && run.output.contains("SUCCESS"), "\(run.output)")
  }
}
