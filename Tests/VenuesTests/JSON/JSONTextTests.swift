import FoundationEssentials
import Testing

@testable import Venues

@Suite("A JSON text")
struct JSONTextTests {
  @Test("gives each value of nested objects and arrays, wherever it stands")
  func nested() throws {
    let root = try JSONText(#" {"a":[1,{"b":"x"},[]],"c":{"d":{}},"e":-6.27e-08} "#).root
    #expect(try root["a"]?[0]?.integer() == 1)
    #expect(root["a"]?[1]?.string("b") == "x")
    #expect(root["c"]?["d"]?.isObject == true)
    #expect(try root.double("e") == -6.27e-08)
    #expect(root.members.map(\.key) == ["a", "c", "e"])
    #expect(root["a"]?.elements.map(\.string) == ["1", #"{"b":"x"}"#, "[]"])
  }

  @Test("holds numbers exactly, as numbers or in quotes", arguments: ["0.1", "6.27e-08", "-12345678901234567.89", "0"])
  func exact(number: String) throws {
    let root = try JSONText(#"{"n":\#(number),"s":"\#(number)"}"#).root
    let expected = try #require(Decimal(string: number))
    #expect(try root.decimal("n") == expected)
    #expect(try root.decimal("s") == expected)
    #expect(try root.double("n") == root.double("s"))
  }

  @Test(
    "takes what is missing, null or an empty text for absent, never for zero",
    arguments: ["", #""k":null"#, #""k":"""#])
  func absent(member: String) throws {
    let root = try JSONText("{\(member)}").root
    #expect(try root.double("k") == nil)
    #expect(try root.decimal("k") == nil)
    #expect(root.string("k") == nil)
    #expect(throws: DecodingFault("k", found: "nothing", expected: "a value")) { try root.needDouble("k") }
  }

  @Test(
    "says where a number is none", arguments: [#""abc""#, #""0x10""#, #""nan""#, #""1,000""#, "true", "[]", #"" 1""#])
  func noNumber(value: String) throws {
    let root = try JSONText(#"{"data":{"p":\#(value)}}"#).root
    let fault = #expect(throws: DecodingFault.self) { try root.need("data").double("p") }
    #expect(fault?.path == "p")
  }

  @Test("resolves escapes")
  func escapes() throws {
    let root = try JSONText(#"{"k":"a\n\u00e9\ud83d\ude00\"/"}"#).root
    #expect(root.string("k") == "a\né😀\"/")
  }

  @Test(
    "is refused when it is none",
    arguments: [
      "", " ", "{", "}", "[1,]", "[1 2]", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, "{a:1}", "01", "1.", ".5", "+1", "1e",
      "tru", "nul", #""a"#, #""\x""#, #""\u12g4""#, "\"\u{1}\"", "1 1", "[1]]", "{]", "[}", "-", "NaN",
      String(repeating: "[", count: 100_000),
    ])
  func refused(text: String) {
    #expect(throws: DecodingFault.self) { try JSONText(text) }
  }

  @Test("is read alike by Foundation, whatever bytes of a real message are changed")
  func agreesWithFoundation() throws {
    let original = Array(
      #"{"e":"mark","E":1562305380000,"s":"BTCUSDT","p":"11794.15","r":-6.27e-08,"a":[true,null,{"x":[]}],"t":"\u00e9"}"#
        .utf8)
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var valid = 0
    for _ in 0..<20_000 {
      var bytes = original
      for _ in 0...random(3) { bytes[random(bytes.count)] = Array("{}[]\",:0-.u\\ x".utf8)[random(14)] }
      let ours = (try? JSONText(bytes)) != nil
      let theirs = (try? JSONDecoder().decode(Anything.self, from: Data(bytes))) != nil
      #expect(ours == theirs, "\(String(decoding: bytes, as: UTF8.self))")
      valid += ours ? 1 : 0
    }
    #expect(valid > 1000)
  }
}

/// Any JSON value, walked through to its end.
private struct Anything: Decodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Key.self) {
      for key in object.allKeys { _ = try object.decode(Anything.self, forKey: key) }
    } else if var list = try? decoder.unkeyedContainer() {
      while !list.isAtEnd { _ = try list.decode(Anything.self) }
    } else {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() || (try? value.decode(Bool.self)) != nil || (try? value.decode(String.self)) != nil {
        return
      }
      _ = try value.decode(Decimal.self)
    }
  }
}
