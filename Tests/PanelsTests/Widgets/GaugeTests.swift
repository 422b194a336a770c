import TerminalCells
import Testing

@testable import Panels

@Suite("The beta gauge")
struct GaugeTests {
  private func gauge(_ drift: Double?, _ state: GaugeWidget.State) -> GaugeWidget {
    let side = (drift ?? 0) > 0 ? "under-hedged" : "over-hedged"
    return GaugeWidget(
      drift: drift, band: 0.05, state: state, captions: [[[Phrase("BREACH", .breach)]]],
      breachWords: [" BREACH \(side) ", "BREACH \(side)", " BREACH ", "BREACH"]
    ) { "\($0)" }
  }

  private func draw(_ gauge: GaugeWidget, columns: Int, rows: Int, glyphs: GlyphSet = .unicode) -> Grid {
    var grid = Grid(size: Size(columns: columns, rows: rows))
    gauge.draw(PanelContext(theme: .roles, glyphs: glyphs), in: grid.bounds, on: &grid)
    return grid
  }

  @Test("The needle stands between the band's edges exactly when the drift does", arguments: 10...150)
  func needle(columns: Int) throws {
    let low = try #require(gauge(0, .calm).column(of: -0.05, columns: columns))
    let high = try #require(gauge(0, .calm).column(of: 0.05, columns: columns))
    var last = -1
    for step in -15...15 {
      let drift = Double(step) / 100
      let column = try #require(gauge(drift, .calm).column(of: drift, columns: columns))
      #expect(column >= last, "the needle moves with the drift")
      if drift.magnitude <= 0.05 { #expect((low...high).contains(column)) }
      last = column
    }
  }

  @Test("A drift beyond the axis is an arrow at the edge", arguments: [10, 40, 150])
  func offScale(columns: Int) {
    let high = draw(gauge(0.4, .breach), columns: columns, rows: 2)
    #expect(high[column: columns - 1, row: 1].grapheme == "▶")
    let low = draw(gauge(-.infinity, .breach), columns: columns, rows: 2)
    #expect(low[column: 0, row: 1].grapheme == "◀")
  }

  @Test("A breach is told in words at every size", arguments: 10...150)
  func breach(columns: Int) {
    for rows in 1...3 {
      for drift in [-0.4, -0.08, 0.08, 0.4] {
        for glyphs in [GlyphSet.unicode, .ascii] {
          let grid = draw(gauge(drift, .breach), columns: columns, rows: rows, glyphs: glyphs)
          let text = grid.text.joined()
          // On the shortest axes the word would cover the needle: as much of it as fits is there, reversed.
          #expect(text.contains("BREACH") || (columns < 18 && text.contains("BRE")), "\(columns) × \(rows): \(text)")
          if rows == 1 {
            #expect(grid.styleRows.joined().contains { $0.attributes.contains(.reverse) })
          }
        }
      }
    }
  }

  @Test("Without a drift there is no needle, and a stale one is hollow")
  func trust() {
    let unknown = draw(gauge(nil, .unknown), columns: 60, rows: 2).text[1]
    #expect(!unknown.contains("●") && !unknown.contains("○"))
    let notANumber = draw(gauge(.nan, .calm), columns: 60, rows: 2).text[1]
    #expect(!notANumber.contains("●"))
    #expect(draw(gauge(0.01, .stale), columns: 60, rows: 2).text[1].contains("○"))
    #expect(draw(gauge(0.01, .calm), columns: 60, rows: 2).text[1].contains("●"))
  }

  @Test("A band that is not positive draws an axis and does not trap", arguments: [0, -1, Double.nan, .infinity])
  func oddBand(band: Double) {
    let odd = GaugeWidget(drift: 0.1, band: band, state: .breach, captions: [[]], breachWords: ["BREACH"]) { "\($0)" }
    #expect(draw(odd, columns: 40, rows: 3).text[0].isEmpty == false)
  }
}
