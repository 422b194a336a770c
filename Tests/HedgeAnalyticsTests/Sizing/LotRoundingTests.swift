import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct LotRoundingTests {
  @Test(
    "2.5 contracts are 2.5, whatever the rounding and the last bit of the estimate",
    arguments: HedgePolicy.Rounding.allCases, ["0.1", "0.5", "0.01", "0.001"])
  func exact(rounding: HedgePolicy.Rounding, step: String) {
    for value in [2.5, 2.5.nextUp, 2.5.nextDown, 25 * 0.1] {
      #expect(LotRounding.round(value, lotStep: .exact(step), rounding: rounding) == .exact("2.5"))
      #expect(LotRounding.round(-value, lotStep: .exact(step), rounding: rounding) == .exact("-2.5"))
    }
  }

  @Test(
    "each mode on a quantity between two lots",
    arguments: [
      (HedgePolicy.Rounding.nearest, 1.26, "1.3"), (.nearest, 1.24, "1.2"), (.nearest, -1.26, "-1.3"),
      (.towardZero, 1.29, "1.2"), (.towardZero, -1.29, "-1.2"), (.awayFromZero, 1.21, "1.3"),
      (.awayFromZero, -1.21, "-1.3"), (.minimumResidual, 1.26, "1.3"), (.minimumResidual, 1.25, "1.2"),
      (.nearest, 0.04, "0"), (.awayFromZero, 0.04, "0.1"), (.towardZero, 0.09, "0"),
    ])
  func modes(rounding: HedgePolicy.Rounding, exact: Double, rounded: String) {
    #expect(LotRounding.round(exact, lotStep: .exact("0.1"), rounding: rounding) == .exact(rounded), "\(exact)")
  }

  @Test("rounding never leaves the lot grid, and never by a whole lot", arguments: HedgePolicy.Rounding.allCases)
  func grid(rounding: HedgePolicy.Rounding) {
    var generator = SeededGenerator(seed: 17)
    for step in ["1", "0.1", "0.001", "0.00001", "0.3", "25", "0.07"] {
      let lot = Decimal.exact(step)
      for _ in 0..<200 {
        let exact = generator.uniform(-1_000...1_000)
        let rounded = LotRounding.round(exact, lotStep: lot, rounding: rounding)
        let lots = rounded / lot
        let whole = Decimal(Int(lots.inexact.rounded()))
        #expect(whole * lot == rounded, "\(exact) on \(step) is \(rounded)")
        #expect(abs(rounded.inexact - exact) <= lot.inexact * (1 + 1e-6), "\(exact) on \(step) is \(rounded)")
        if rounding == .towardZero { #expect(abs(rounded.inexact) <= abs(exact) * (1 + 1e-8)) }
      }
    }
  }

  @Test("billions of lots of a cheap coin stay what they are", arguments: HedgePolicy.Rounding.allCases)
  func large(rounding: HedgePolicy.Rounding) {
    for lots in [2_000_000_000, 3_000_000_001, 700_000_000_007] {
      #expect(LotRounding.round(Double(-lots), lotStep: 1, rounding: rounding) == Decimal(-lots), "\(lots)")
    }
  }

  @Test("what cannot be counted in lots is nothing", arguments: [Double.nan, .infinity, 1e300])
  func uncountable(value: Double) {
    #expect(LotRounding.round(value, lotStep: .exact("0.1"), rounding: .nearest) == 0)
  }

  @Test("below the venue's minimum nothing can be traded, and it is said")
  func minimums() throws {
    var book = Book()
    let id = book.future("BTC", mark: 50_000, lot: "0.001", minimumQuantity: .exact("0.01"), minimumNotional: 1_000)
    let instrument = try #require(book.instruments[id])
    func size(_ contracts: Double) -> TradeSizing {
      TradeSizing(
        exactContracts: contracts, instrument: instrument, price: 50_000, value: 1_000_000, rounding: .nearest)
    }
    #expect(size(-0.005).contracts == 0)
    #expect(size(-0.005).warnings == [.belowMinimumQuantity(.exact("0.01"))])
    #expect(size(-0.015).warnings == [.belowMinimumNotional(1_000)])
    #expect(size(-0.02).warnings.isEmpty && size(-0.02).contracts == .exact("-0.02"))
    #expect(isClose(size(-0.005).residualBeta, 0.005 * 50_000 / 1_000_000))
  }
}
