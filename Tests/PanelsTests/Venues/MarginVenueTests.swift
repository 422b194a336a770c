import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("Accounts compared with their venue in the panel of margin")
struct MarginVenueTests {
  private func text(_ builder: SnapshotBuilder, columns: Int = 110, rows: Int = 12, hides: Bool = false) -> String {
    drawn(MarginPanel.self, builder, columns: columns, rows: rows) { $0.hidesBalances = hides }
      .text.joined(separator: "\n")
  }

  @Test("One that agrees says so, calmly; others say nothing")
  func agrees() {
    let shown = text(VenueSample.compared(VenueSample.agreeing))
    #expect(
      shown.components(separatedBy: "agrees").count == 2 && shown.contains("not compared") && !shown.contains("⚠"))
    #expect(!text(.calm).contains("agrees"))
  }

  @Test("Of several differences the largest is told in one line: what, by how much, ours, the venue's, why")
  func differs() {
    let shown = text(VenueSample.compared(VenueSample.differing), columns: 190, rows: 8)
    #expect(shown.contains("⚠ maintenance margin of BTC-PERP −20.0 % (+1 more)"))
    #expect(!shown.contains("agrees"))
    let alone = text(VenueSample.compared([VenueSample.differing[0]]), columns: 58, rows: 14)
    #expect(alone.contains("⚠ liquidation price of BTC-PERP +2.7 %"))
  }

  @Test("Where nothing could be compared nothing is claimed")
  func untold() {
    let shown = text(
      VenueSample.compared([VenueSample.line(.liquidationPrice, ours: 87_420, venue: nil)]))
    #expect(shown == text(.calm))
  }

  @Test("Where there is only a row an account it is a word")
  func table() {
    #expect(text(VenueSample.compared(VenueSample.differing), columns: 80, rows: 4).contains("⚠ off"))
    #expect(text(VenueSample.compared(VenueSample.agreeing), columns: 80, rows: 4).contains("agrees"))
    #expect(!text(.calm, columns: 80, rows: 4).contains("Venue "))
  }

  @Test("Hidden balances hide margins, not prices")
  func hidden() {
    let words = VenueSample.differing.map {
      ReconciliationWords(
        line: $0, format: FigureFormat(glyphs: .unicode, hidesBalances: true, now: VenueSample.now)
      ).sentence
    }
    #expect(words[0].contains("87,420.0 here, 85,120.4 at the venue (+2.7 %)"))
    #expect(words[1].contains("••• here, ••• at the venue (−20.0 %): the margin table"))
  }
}
