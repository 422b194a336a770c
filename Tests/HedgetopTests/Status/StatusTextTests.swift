import Alerting
import HedgeAnalytics
import HedgeModel
import HedgeTestSupport
import Panels
import TerminalCells
import Testing

@Suite struct StatusTextTests {
  static let cases: [(name: String, builder: SnapshotBuilder, glyphs: GlyphSet, columns: Int)] = [
    ("calm", .calm, .unicode, 120), ("calm-80-ascii", .calm, .ascii, 80), ("breach", .breach, .unicode, 120),
    ("stale", stale, .unicode, 120), ("unknown", unknown, .unicode, 120), ("empty", SnapshotBuilder(), .ascii, 80),
  ]

  static var stale: SnapshotBuilder {
    var builder = SnapshotBuilder.calm
    builder.condition = .stale(.seconds(95))
    return builder
  }

  static var unknown: SnapshotBuilder {
    var builder = SnapshotBuilder.calm
    builder.condition = .unknown
    return builder
  }

  private static func text(_ name: String) throws -> (text: String, columns: Int, isASCII: Bool) {
    let sample = try #require(cases.first { $0.name == name })
    let status = StatusText(sample.builder.snapshot, glyphs: sample.glyphs, columns: sample.columns)
    return (status.text, sample.columns, sample.glyphs.isASCII)
  }

  @Test("the text is as recorded", arguments: cases.map(\.name))
  func recorded(name: String) throws {
    try expectText(try Self.text(name).text, matches: name, recordedBy: "HEDGETOP_RECORD_STATUS")
  }

  @Test(
    "no control character but the line break, no blank at the end of a line, ASCII where asked for",
    arguments: cases.map(\.name))
  func isPlain(name: String) throws {
    let (text, _, isASCII) = try Self.text(name)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(String(line) == String(line).sanitised && line.last != " ")
      #expect(!isASCII || line.utf8.allSatisfy { $0 < 0x80 }, "\(line)")
    }
  }

  @Test("tables keep to the width", arguments: cases.map(\.name))
  func width(name: String) throws {
    let (text, columns, _) = try Self.text(name)
    for line in text.split(separator: "\n") where line.hasPrefix("  ") && line.contains("  BTC") {
      #expect(TextWidth.columns(of: line) <= columns, "\(line)")
    }
  }

  @Test("a breach, a stale and an unknown drift are told in words")
  func words() throws {
    #expect(try Self.text("breach").text.contains("BREACH"))
    #expect(try Self.text("stale").text.contains("STALE"))
    let unknown = try Self.text("unknown").text
    #expect(unknown.contains("UNKNOWN") && unknown.contains("Unknown\n"))
    #expect(unknown.contains("no price of simulated:BTC yet"))
    #expect(!unknown.contains("0.0000"), "an unknown figure must not read as zero")
  }

  @Test("control characters of names and messages do not reach the text")
  func hostileNames() {
    var builder = SnapshotBuilder.breach
    builder.name = "evil\u{1B}[2Jname"
    builder.strategyName = "a\nb\u{9B}"
    builder.alerts[0].message = "x\u{7}\u{1B}]0;t\u{7}"
    let text = StatusText(builder.snapshot).text
    #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value) })
  }

  @Test("hidden balances hide every amount, ratios stay")
  func hidden() {
    let text = StatusText(SnapshotBuilder.calm.snapshot, hidesBalances: true).text
    #expect(text.contains("•••") && !text.contains("1,200.25") && text.contains("in band"))
  }
}
