import HedgeModel
import Testing

@testable import Venues

@Suite("An instant a venue writes as text")
struct InstantTests {
  @Test(
    "is read to the millisecond",
    arguments: [
      ("2022-12-01T00:00:00.122581Z", 1_669_852_800_122), ("1970-01-01T00:00:00Z", 0),
      ("2024-02-29T23:59:59.9Z", 1_709_251_199_900), ("2000-02-29T00:00:00.000Z", 951_782_400_000),
      ("2024-10-04 07:04:40.820713045Z", 1_728_025_480_820),
    ])
  func read(text: String, milliseconds: Int64) throws {
    #expect(try JSONText("\"\(text)\"").root.instant().milliseconds == milliseconds)
  }

  @Test("agrees with the calendar on every day of a century")
  func calendar() throws {
    for day in stride(from: Int64(0), to: 47_000, by: 13) {
      let expected = Timestamp(milliseconds: day * 86_400_000)
      #expect(try JSONText("\"\(expected.iso8601)\"").root.instant() == expected)
    }
  }

  @Test(
    "is refused when it is none",
    arguments: [
      "2022-12-01", "2022-12-01T00:00:00", "2022-12-01T00:00:00+01:00", "2022-13-01T00:00:00Z", "2022-02-29T00:00:00Z",
      "2022-12-01T24:00:00Z", "2022-12-01T00:60:00Z", "2022-12-01T00:00:00.Z", "2022-12-0xT00:00:00Z", "",
      "2022-12-01T00:00:00.1x1Z", "1900-02-29T00:00:00Z", "2022-00-10T00:00:00Z",
    ])
  func refused(text: String) throws {
    let value = try JSONText(#"{"t":"\#(text)"}"#).root
    #expect(throws: DecodingFault.self) { try value.needInstant("t") }
  }

  @Test("is refused when it is a number, and absent when null")
  func others() throws {
    let value = try JSONText(#"{"t":12,"n":null}"#).root
    #expect(throws: DecodingFault.self) { try value.instant("t") }
    #expect(try value.instant("n") == nil)
  }

  @Test("texts are quoted so that they come back as they were", arguments: ["BTC", "a\"b\\c", "\n\u{1}\u{1f}é😀", ""])
  func quoting(text: String) throws {
    #expect(try JSONText(JSONQuoting.quote(text)).root.string == text)
    #expect(try JSONText(JSONQuoting.list([text, "x"])).root.elements.map(\.string) == [text, "x"])
  }
}
