import HedgeModel
import Testing

@Suite struct TimestampTests {
  @Test(
    "ISO 8601 in UTC is read, with or without time, fraction and offset",
    arguments: [
      ("1970-01-01", 0), ("2021-05-19", 1_621_382_400_000), ("2021-05-19T12:00:00Z", 1_621_425_600_000),
      ("2021-05-19T12:00:00.250Z", 1_621_425_600_250), ("2021-05-19T14:00:00+02:00", 1_621_425_600_000),
    ] as [(String, Int64)])
  func reads(text: String, milliseconds: Int64) {
    #expect(Timestamp(iso8601: text)?.milliseconds == milliseconds, "\(text)")
  }

  @Test(
    "anything else is refused",
    arguments: ["", "yesterday", "2021-13-01", "2021-05-19T25:00:00Z", "2021-02-30", "19.05.2021"])
  func refuses(text: String) {
    #expect(Timestamp(iso8601: text) == nil, "\(text)")
  }

  @Test(
    "writing and reading an instant gives it back", arguments: [0, 1_621_425_600_000, 1_700_000_000_000] as [Int64])
  func roundTrip(milliseconds: Int64) {
    let instant = Timestamp(milliseconds: milliseconds)
    #expect(Timestamp(iso8601: instant.iso8601) == instant)
  }

  @Test("arithmetic saturates instead of trapping")
  func saturates() {
    let last = Timestamp(milliseconds: .max)
    #expect(last + .hours(1) == last)
    #expect(Timestamp(milliseconds: .min) - .hours(1) == Timestamp(milliseconds: .min))
    #expect((last - Timestamp(milliseconds: .min)).wholeMilliseconds == .max)
    #expect(Timestamp(seconds: .nan).milliseconds == 0)
    #expect(Timestamp(seconds: 1e300).milliseconds == .max)
  }

  @Test("a difference of instants is a duration in whole milliseconds")
  func difference() {
    let start = Timestamp(milliseconds: 1_000)
    #expect((start + .days(2) - start).inDays == 2)
    #expect((start + .hours(8) - start).inHours == 8)
  }
}
