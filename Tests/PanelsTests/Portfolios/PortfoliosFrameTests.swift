import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("Several portfolios as recorded")
struct PortfoliosFrameTests {
  private func expect(_ driver: ScreenDriver, _ name: String, depth: ColourDepth, ascii: Bool = false) {
    var grid = driver.grid(BuiltinThemes.standard.adapted(to: depth), glyphs: ascii ? .ascii : .unicode)
    for row in 0..<grid.size.rows {
      grid.restyle(Rect(column: 0, row: row, columns: grid.size.columns, rows: 1)) { $0 = $0.reduced(to: depth) }
    }
    expectFrame(grid, matches: name)
  }

  static let sizes = [
    "200x60": Size(columns: 200, rows: 60), "120x40": Size(columns: 120, rows: 40),
    "80x24": Size(columns: 80, rows: 24), "60x18": Size(columns: 60, rows: 18),
  ]

  @Test(
    "One calm portfolio shown while others are not", arguments: ["200x60", "120x40", "80x24", "60x18"],
    [ColourDepth.none, .ansi16, .palette256])
  func elsewhere(size: String, depth: ColourDepth) {
    expect(PortfolioSamples.mixed.driver(size: Self.sizes[size] ?? .zero), "elsewhere-\(size)-\(depth)", depth: depth)
  }

  @Test(
    "The overview", arguments: ["200x60", "120x40", "80x24", "60x18"], [ColourDepth.none, .ansi16, .palette256])
  func overview(size: String, depth: ColourDepth) {
    var driver = PortfolioSamples.mixed.driver(size: Self.sizes[size] ?? .zero)
    driver.press("o", "j")
    expect(driver, "overview-\(size)-\(depth)", depth: depth)
    if depth == .none { expect(driver, "overview-ascii-\(size)", depth: depth, ascii: true) }
  }

  @Test("All calm, and in two currencies", arguments: ["200x60", "80x24"])
  func calm(size: String) {
    var driver = PortfolioSamples.calm.driver(size: Self.sizes[size] ?? .zero)
    driver.press("o")
    expect(driver, "overview-calm-\(size)", depth: .palette256)
    let currencies = PortfolioSamples([("Core", .calm), ("Euro", .calm)], currencies: ["USD", "EUR"])
    driver = currencies.driver(size: Self.sizes[size] ?? .zero)
    driver.press("o")
    expect(driver, "overview-currencies-\(size)", depth: .none)
  }
}
