import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("What the panel of carry says")
struct CarryPanelTests {
  private func draw(
    _ sample: ProfitSample = ProfitSample(), columns: Int = 140, rows: Int = 10,
    _ change: (inout PanelContext) -> Void = { _ in }
  ) -> [String] {
    var context = PanelContext(theme: .roles)
    change(&context)
    var grid = Grid(size: Size(columns: columns, rows: rows))
    CarryPanel.draw(sample.snapshot, context, in: grid.bounds, on: &grid)
    return grid.text
  }

  @Test("Each future has its row: a dated one a basis a year and no funding, a perpetual the reverse")
  func rows() throws {
    let lines = draw()
    let dated = try #require(lines.first { $0.hasPrefix("BTC-27JUN25") })
    #expect(dated.contains("dated") && dated.contains("+12.63") && dated.contains("basis") && !dated.contains("8h"))
    let perpetual = try #require(lines.first { $0.hasPrefix("BTC-PERP") })
    #expect(perpetual.contains("perpetual") && perpetual.contains("+0.0100") && perpetual.contains("8h"))
    #expect(perpetual.contains("+10.95") && perpetual.contains("mean"))
    #expect(lines.first { $0.hasPrefix("ETH-PERP") }?.contains("4h") == true)
  }

  @Test("It is sorted by any column, unknown yields last in either direction", arguments: [true, false])
  func sorted(descending: Bool) {
    let lines = draw {
      $0.sortColumn = 6
      $0.sortDescending = descending
    }
    // ETH has no rate to borrow at, so its reverse is unknown.
    let order = lines.compactMap { line in ["BTC-PERP", "ETH-PERP", "BTC-27JUN25"].first { line.hasPrefix($0) } }
    #expect(order.count == 3 && order.last == "ETH-PERP", "\(lines)")
    #expect(CarryPresentation.sortColumns.count == 7)
  }

  @Test("A missing rate to borrow at is a dash, and its reason is said once")
  func reasons() {
    let text = draw().joined(separator: "\n")
    #expect(text.contains("— no rate to borrow the coin at is stated"), "\(text)")
  }

  @Test("Without past funding a yield by the current rate says so")
  func current() {
    let text = draw(.young).joined(separator: "\n")
    #expect(text.contains("now") && text.contains("by now: the current rate"), "\(text)")
    #expect(!draw().joined().contains("by now:"))
  }

  @Test("The summary names the best yield; before it is computed it says so")
  func summary() {
    let context = PanelContext(theme: .roles)
    #expect(CarryPanel.summary(ProfitSample().snapshot, context).text.hasPrefix("best +"))
    #expect(CarryPanel.summary(ProfitSample.new.snapshot, context).text == "computing…")
    #expect(CarryPanel.summary(ProfitSample(.emptyPortfolio).snapshot, context).text == "no futures")
  }

  @Test("The details tell gross, fees, interest and what a yield rests on")
  func details() throws {
    let snapshot = ProfitSample().snapshot
    let context = PanelContext(theme: .roles, isFocused: true, selectedRow: 2)
    guard case .row(.carry, let key)? = CarryPanel.subject(snapshot, context) else {
      Issue.record("no subject")
      return
    }
    let lines = CarryPanel.details(of: key, snapshot, context).map(\.text)
    for label in ["Cash-and-carry, gross", "Cash-and-carry, fees", "Reverse carry, interest", "Basis a year"] {
      #expect(lines.contains { $0.hasPrefix(label) }, "\(label)\n\(lines)")
    }
    #expect(lines.contains("Cash-and-carry, rests on: locked basis"))
  }
}
