import Testing

@testable import Alerting

@Suite struct NumberWordsTests {
  @Test(
    "numbers are written with the decimals asked for, and a zero has no sign",
    arguments: [
      (0.0612, 4, "0.0612", "+0.0612"), (-0.0612, 4, "-0.0612", "-0.0612"), (0.00004, 4, "0.0000", "0.0000"),
      (-0.00004, 4, "0.0000", "0.0000"), (1.05, 1, "1.1", "+1.1"), (12, 0, "12", "+12"), (1e17, 2, "1e+17", "+1e+17"),
      (.infinity, 2, "inf", "+inf"), (.nan, 2, "nan", "nan"),
    ] as [(Double, Int, String, String)])
  func decimals(_ value: Double, _ digits: Int, _ plain: String, _ signed: String) {
    #expect(NumberWords.fixed(value, digits) == plain)
    #expect(NumberWords.signed(value, digits) == signed)
  }

  @Test(
    "a limit is written as its user wrote it",
    arguments: [(0.05, "0.05"), (0.1, "0.1"), (20, "20"), (2.5, "2.5"), (0, "0"), (0.15000000000000002, "0.15")])
  func limits(_ value: Double, _ text: String) {
    #expect(NumberWords.trimmed(value) == text)
  }
}
