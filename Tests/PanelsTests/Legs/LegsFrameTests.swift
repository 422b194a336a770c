import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("Frames of the panel of legs")
struct LegsFrameTests {
  @Test("A calm hedge looks as recorded", arguments: [(38, 10), (60, 14), (118, 12)])
  func calm(columns: Int, rows: Int) {
    expectFrame(drawn(LegsPanel.self, .calm, columns: columns, rows: rows), matches: "calm-\(columns)x\(rows)")
  }

  @Test("A breach looks as recorded")
  func breach() {
    expectFrame(drawn(LegsPanel.self, .breach, columns: 60, rows: 14), matches: "breach-60x14")
  }

  @Test("A breach in ASCII looks as recorded")
  func ascii() {
    expectFrame(drawn(LegsPanel.self, .breach, columns: 80, rows: 10) { $0.glyphs = .ascii }, matches: "ascii-80x10")
  }

  @Test("Stale prices look as recorded")
  func stale() {
    expectFrame(drawn(LegsPanel.self, .stale, columns: 60, rows: 10), matches: "stale-60x10")
  }

  @Test("Before the first price it looks as recorded")
  func unknown() {
    expectFrame(drawn(LegsPanel.self, .unknown, columns: 60, rows: 10), matches: "unknown-60x10")
  }
}
