import Foundation
import HedgeModel
import Testing

@testable import hedgetop

/// `hedgetop history`, beside a monitor that has the journal open.
@Suite("hedgetop history") struct HistoryCommandTests {
  private static let span = ["--since", "2023-11-15", "--until", "2023-11-16"]

  @Test("JSON has a point a span, its last value, lowest and highest, and null where nothing was known")
  func json() throws {
    let state = try KeptState()
    state.keepHistory(120)
    let run = try state.run(["history", "--json", "--every", "1m"] + Self.span)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let json = try run.json()
    #expect(json["schema"] as? String == "hedgetop.history.v1" && json["portfolio"] as? String == "Sample portfolio")
    #expect(json["every_seconds"] as? Double == 60)
    let points = try #require(json["points"] as? [[String: Any]])
    #expect(points.map { $0["at"] as? String } == ["2023-11-15T00:00:00Z", "2023-11-15T00:01:00Z"])
    // JSONSerialization reads a number to within its last digit only.
    func isTold(_ point: Int, _ name: String, _ value: Double) -> Bool {
      (points[point][name] as? Double).map { abs($0 - value) < 1e-15 } ?? false
    }
    #expect(isTold(0, "net_beta", 0.2 - 59.0 / 1000) && isTold(0, "net_beta_high", 0.2))
    #expect(isTold(1, "net_beta_low", 0.2 - 119.0 / 1000))
    #expect(points.allSatisfy { $0["profit"] is NSNull && $0["strategy"] as? String == "Core" })
    #expect(points[0].count == 2 + 3 * HistoryFigure.allCases.count)
  }

  @Test("CSV has the same columns, and an empty cell where nothing was known")
  func csv() throws {
    let state = try KeptState()
    state.keepHistory(3)
    let run = try state.run(
      ["history", "--csv", "--every", "1s", "--figure", "net_beta", "--figure", "margin_ratio"] + Self.span)
    #expect(
      run.output == """
        at,strategy,net_beta,net_beta_low,net_beta_high,margin_ratio,margin_ratio_low,margin_ratio_high
        2023-11-15T00:00:00Z,Core,0.2,0.2,0.2,0.25,0.25,0.25
        2023-11-15T00:00:01Z,Core,0.199,0.199,0.199,,,
        2023-11-15T00:00:02Z,Core,0.198,0.198,0.198,0.25,0.25,0.25

        """)
  }

  @Test("the table is read by people: a dash for the unknown, the strategy where there are several")
  func text() throws {
    let state = try KeptState()
    state.keepHistory(2)
    let one = try state.run(["history", "--every", "1s", "--figure", "net_beta", "--figure", "spot_value"] + Self.span)
    #expect(
      one.output == """
        at                    net_beta  net_beta_low  net_beta_high    spot_value
        2023-11-15T00:00:00Z    0.2000        0.2000         0.2000  1,234,567.50
        2023-11-15T00:00:01Z    0.1990        0.1990         0.1990  1,234,567.50

        """)
    state.keepHistory(2, strategy: "Other")
    let two = try state.run(["history", "--every", "1s", "--figure", "margin_ratio"] + Self.span)
    #expect(two.output.contains("Other") && two.output.contains("strategy") && two.output.contains("  -"))
    let other = try state.run(["history", "--strategy", "Other", "--every", "1s"] + Self.span)
    #expect(!other.output.contains("Core"))
  }

  @Test("it asks no exchange, needs no sound configuration, and makes nothing where nothing is kept")
  func nothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("name = \"Mine\"\n[feed]\nkind = \"nonsense\"\n", to: "mine.toml")
    let run = try ProgramRun(["history", "-c", "mine.toml"], in: folder)
    #expect(run.status == 0 && run.output.contains("nothing is kept of Mine"))
    #expect(try ProgramRun(["log", "-c", "mine.toml"], in: folder).output.contains("nothing of this is kept of Mine"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).contains(".local") == false)
    try folder.write("name = 7\n", to: "odd.toml")
    let odd = try ProgramRun(["history", "-c", "odd.toml"], in: folder)
    #expect(odd.status == 3 && odd.errors.contains("odd.toml"))
  }

  @Test(
    "a wrong command line says what was found and what is expected",
    arguments: [
      ["--since", "7x"], ["--figure", "beta"], ["--every", "0s"], ["--json", "--csv"], ["--strategy", "None"],
    ])
  func usage(_ arguments: [String]) throws {
    let state = try KeptState()
    state.keepHistory(1)
    let run = try state.run(["history"] + arguments)
    #expect(run.status == 64 && run.output.isEmpty && !run.errors.isEmpty)
  }

  @Test(
    "times are so long ago, or instants",
    arguments: [
      ("7d", 7.0 * 24), ("36h", 36), ("90m", 1.5), ("3600s", 1), ("0d", nil), ("-1h", nil), ("1.5h", nil), ("h", nil),
      ("999999d", nil),
    ] as [(String, Double?)])
  func spans(_ text: String, _ hours: Double?) {
    #expect(SpanText(argument: text)?.duration == hours.map { .hours($0) })
    let now = KeptState.start
    #expect(InstantText(argument: text)?.instant(at: now) == hours.map { now - .hours($0) })
    #expect(InstantText(argument: "2023-11-15")?.instant(at: now) == now)
    #expect(InstantText(argument: "2023-13-15") == nil)
  }
}
