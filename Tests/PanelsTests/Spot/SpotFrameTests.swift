import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("Frames of the panel of spot")
struct SpotFrameTests {
  @Test("A calm hedge looks as recorded", arguments: [(38, 10), (60, 14), (118, 12)])
  func calm(columns: Int, rows: Int) {
    expectFrame(drawn(SpotPanel.self, .calm, columns: columns, rows: rows), matches: "calm-\(columns)x\(rows)")
  }

  @Test("A breach looks as recorded")
  func breach() {
    expectFrame(drawn(SpotPanel.self, .breach, columns: 60, rows: 14), matches: "breach-60x14")
  }

  @Test("A breach in ASCII looks as recorded")
  func ascii() {
    expectFrame(drawn(SpotPanel.self, .breach, columns: 80, rows: 10) { $0.glyphs = .ascii }, matches: "ascii-80x10")
  }

  @Test("Stale prices look as recorded")
  func stale() {
    expectFrame(drawn(SpotPanel.self, .stale, columns: 60, rows: 10), matches: "stale-60x10")
  }

  @Test("Before the first price it looks as recorded")
  func unknown() {
    expectFrame(drawn(SpotPanel.self, .unknown, columns: 60, rows: 10), matches: "unknown-60x10")
  }
}
