import FoundationEssentials
import HedgeModel
import Testing

@Suite struct DecimalTests {
  @Test(
    "a decimal becomes exactly the double of the same literal",
    arguments: [("0.1", 0.1), ("2.5", 2.5), ("-0.0001", -0.0001), ("6.27e-08", 6.27e-08), ("325000", 325_000)])
  func inexact(text: String, value: Double) {
    #expect(Decimal(exactly: text)?.inexact == value, "\(text)")
  }

  @Test("sums of tenths are exact, which doubles are not")
  func tenths() {
    let tenth = Decimal(exactly: "0.1") ?? 0
    #expect((0..<25).reduce(Decimal(0)) { sum, _ in sum + tenth } == Decimal(exactly: "2.5"))
  }

  @Test(
    "text that is not wholly a number is refused",
    arguments: ["", "2.5abc", "1,000", "--1", "+-1", "abc", "nan", "inf", " 1", "1e999", "0x10"])
  func refused(text: String) {
    #expect(Decimal(exactly: text) == nil, "\(text)")
  }

  @Test(
    "scientific and signed notation are read exactly", arguments: [("1e3", "1000"), ("+2.50", "2.5"), (".5", "0.5")])
  func accepted(text: String, same: String) {
    #expect(Decimal(exactly: text) == Decimal(exactly: same), "\(text)")
  }
}
