import FoundationEssentials
import HedgeModel
import SeededRandom
import TerminalCells
import Testing

@testable import Panels

@Suite("Numbers as they are written")
struct NumberFormatTests {
  let format = FigureFormat(glyphs: .unicode, now: Timestamp(milliseconds: 0))

  @Test(
    "A price has thousands separators and as many decimals as its size asks for",
    arguments: [
      (1_234_567.0, "1,234,567"), (65_012.5, "65,012.5"), (3512.4, "3,512.40"), (312.45, "312.45"), (99.995, "99.995"),
      (1.5, "1.5000"), (0.5213, "0.5213"), (0.05213, "0.05213"), (0.000_012_34, "0.00001234"), (0, "0.00000000"),
    ])
  func prices(value: Double, expected: String) {
    #expect(format.price(value) == expected)
  }

  @Test(
    "A signed number has a real minus, a plus, and no sign where it rounds to zero",
    arguments: [
      (0.0123, "+0.0123"), (-0.0123, "−0.0123"), (0.00004, "0.0000"), (-0.00004, "0.0000"), (-0.0, "0.0000"),
    ])
  func signs(value: Double, expected: String) {
    #expect(format.beta(value, sign: .both) == expected)
  }

  @Test(
    "A compact number has three significant digits and the letter of its size",
    arguments: [
      (0, "0.00"), (9.994, "9.99"), (9.996, "10.0"), (950, "950"), (999.6, "1.00k"), (12_400, "12.4k"),
      (999_600, "1.00M"), (1_240_000, "1.24M"), (-3.05e9, "−3.05B"), (1.5e12, "1.50T"),
    ])
  func compact(value: Double, expected: String) {
    #expect(format.compact(value) == expected)
  }

  @Test(
    "A counted quantity is written exactly",
    arguments: [
      ("2.5", "2.5"), ("1200", "1,200"), ("-0.001", "−0.001"), ("1234567.12345678", "1,234,567.12345678"),
      ("0.1234567891", "0.12345679"), ("0", "0"),
    ])
  func quantities(text: String, expected: String) throws {
    #expect(format.exact(try #require(Decimal(string: text))) == expected)
  }

  @Test("Percentages and basis points carry one decimal and their sign")
  func fractions() {
    #expect(format.percent(0.231) == "23.1")
    #expect(format.percentage(-0.0123, decimals: 2, sign: .both) == "−1.23 %")
    #expect(format.basisPoints(4.24) == "+4.2")
  }

  @Test("What is not finite is written as unknown, by every writer", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) {
    let texts = [
      format.price(value), format.beta(value), format.percentage(value), format.compact(value), format.money(value),
      format.amount(value), format.basisPoints(value), format.compactMoney(value),
    ]
    #expect(texts.allSatisfy { $0 == "—" }, "\(texts)")
    #expect(format.exact(.nan) == "—")
  }

  @Test("Numbers beyond what a Double counts exactly get an exponent and never trap")
  func huge() {
    #expect(format.fixed(1.25e20, decimals: 2) == "1.25e20")
    #expect(format.fixed(-.greatestFiniteMagnitude, decimals: 4).hasPrefix("−1.80e308"))
    #expect(format.fixed(9.996e30, decimals: 0) == "1.00e31")
  }

  @Test("Read back, a written number is within half a unit of its last decimal", arguments: 0...6)
  func roundTrip(decimals: Int) throws {
    var random = SeededGenerator(seed: UInt64(decimals) + 1)
    for _ in 0..<500 {
      let value = Double.random(in: -1e7...1e7, using: &random)
      let plain = format.fixed(value, decimals: decimals).filter { $0 != "," }.replacing("−", with: "-")
      let read = try #require(Double(plain), "\(value) was written \(plain)")
      let unit = (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
      #expect((read - value).magnitude <= unit * 0.5 + 1e-7, "\(value) was written \(plain)")
    }
  }

  @Test("In ASCII every sign is ASCII")
  func ascii() {
    let ascii = FigureFormat(glyphs: .ascii, hidesBalances: true, now: Timestamp(milliseconds: 0))
    let texts = [ascii.beta(-1, sign: .both), ascii.price(.nan), ascii.money(5), ascii.hidden, ascii.separator]
    #expect(texts.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }, "\(texts)")
  }
}
