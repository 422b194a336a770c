import FoundationEssentials
import HedgeModel
import Testing

@testable import Notifications

@Suite struct QuietHoursTests {
  private static func hours(
    _ from: Int, _ to: Int, days: Set<Int> = Set(0...6), zone: String = "UTC"
  ) throws -> QuietHours {
    QuietHours(from: from * 3600, to: to * 3600, days: days, zone: try #require(TimeZone(identifier: zone)))
  }

  private static func instant(_ text: String) throws -> Timestamp { try #require(Timestamp(iso8601: text)) }

  @Test(
    "hours of the night reach into the next day; their end is quiet no more",
    arguments: [
      ("2026-03-02T21:59:59Z", false), ("2026-03-02T22:00:00Z", true), ("2026-03-03T00:00:00Z", true),
      ("2026-03-03T06:59:59Z", true), ("2026-03-03T07:00:00Z", false), ("2026-03-03T12:00:00Z", false),
    ])
  func night(_ text: String, _ isQuiet: Bool) throws {
    #expect(try Self.hours(22, 7).contains(Self.instant(text)) == isQuiet)
  }

  @Test("days are those on which they begin: the night of Friday reaches into Saturday")
  func days() throws {
    let friday = try Self.hours(22, 7, days: [5])
    // 6 March 2026 is a Friday.
    #expect(try !friday.contains(Self.instant("2026-03-06T06:00:00Z")))
    #expect(try friday.contains(Self.instant("2026-03-06T23:00:00Z")))
    #expect(try friday.contains(Self.instant("2026-03-07T06:00:00Z")))
    #expect(try !friday.contains(Self.instant("2026-03-07T23:00:00Z")))
  }

  @Test("the zone's own clock counts, also when it changes in the night")
  func zone() throws {
    let berlin = try Self.hours(22, 7, zone: "Europe/Berlin")
    // Summer time begins on 29 March 2026 at 01:00 UTC.
    #expect(try !berlin.contains(Self.instant("2026-03-28T20:59:00Z")))
    #expect(try berlin.contains(Self.instant("2026-03-28T21:00:00Z")))
    let end = berlin.end(after: try Self.instant("2026-03-28T23:00:00Z"))
    #expect(try end == Self.instant("2026-03-29T05:00:00Z"), "\(end.iso8601)")
  }

  @Test("hours that follow on are one; the end of no hours is now")
  func end() throws {
    let day = try Self.hours(0, 0)
    let now = try Self.instant("2026-03-02T12:00:00Z")
    #expect(day.end(after: now) > now + .days(6))
    #expect(try Self.hours(22, 7).end(after: now) == now)
  }

  @Test("before 1970 a day has its hours too")
  func early() throws {
    #expect(try Self.hours(22, 7).contains(Timestamp(milliseconds: -1000)))
  }
}
