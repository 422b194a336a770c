import Testing

@testable import Venues

@Suite("A plain number")
struct PlainNumberTests {
  private static func number(_ text: String) -> PlainNumber? {
    Array(text.utf8).withUnsafeBufferPointer { PlainNumber($0) }
  }

  @Test("is to the last bit what the standard library reads, for thousands of texts of all lengths")
  func agrees() throws {
    var state: UInt64 = 11
    func random(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    var read = 0
    for _ in 0..<50_000 {
      let whole =
        random(3) == 0 ? "0" : String(random(9) + 1) + (0..<random(12)).map { _ in String(random(10)) }.joined()
      let fraction = (0..<random(14)).map { _ in String(random(10)) }.joined()
      let text = (random(4) == 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
      guard let number = Self.number(text) else { continue }
      if let value = number.double {
        read += 1
        #expect(value.bitPattern == Double(text)?.bitPattern, "\(text)")
      }
      #expect(number.integer == Int64(text), "\(text)")
    }
    #expect(read > 25_000)
  }

  @Test(
    "is none where JSON has none, or where it is better left to the library",
    arguments: [
      "", "-", ".", "-.", "1.", ".5", "01", "-01", "00", "1.2.3", "1e5", "+1", "--1", " 1", "1 ", "0x1", "NaN", "1,0",
      "1234567890123456789", "0.123456789012345678901",
    ])
  func none(text: String) {
    #expect(Self.number(text)?.double == nil && Self.number(text)?.integer == nil)
  }

  @Test("keeps the sign of nothing, and does not guess beyond 2⁵³")
  func edges() {
    #expect(Self.number("-0.0")?.double?.sign == .minus)
    #expect(Self.number("9007199254740992")?.double == 9_007_199_254_740_992)
    #expect(Self.number("9007199254740993")?.double == nil)
    #expect(Self.number("9007199254740993")?.integer == 9_007_199_254_740_993)
    #expect(Self.number("123456789012345678")?.integer == 123_456_789_012_345_678)
  }
}
