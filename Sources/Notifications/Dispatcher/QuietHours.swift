import Alerting
import FoundationEssentials
import HedgeModel

/// Hours in which only what is severe enough is told; the rest waits until they are over.
public struct QuietHours: Hashable, Sendable {
  private static let day: Int64 = 86_400

  /// When they begin, in seconds since midnight of the zone.
  public let from: Int
  /// When they end; earlier than ``from`` is the next day.
  public let to: Int
  /// Days on which they begin, 0 for Sunday to 6 for Saturday.
  public let days: Set<Int>
  /// The zone whose clock counts.
  public let zone: TimeZone
  /// What is told all the same.
  public let breakthrough: Alert.Severity

  /// Quiet hours; see the properties. Hours that begin and end at the same time last a day.
  public init(
    from: Int, to: Int, days: Set<Int> = Set(0...6), zone: TimeZone, breakthrough: Alert.Severity = .critical
  ) {
    self.from = from
    self.to = to
    self.days = days
    self.zone = zone
    self.breakthrough = breakthrough
  }

  /// True when an instant lies in them.
  public func contains(_ instant: Timestamp) -> Bool { localEnd(instant) != nil }

  /// True when `notice` is to wait at this instant. A test never does.
  public func holds(_ notice: Notice, at instant: Timestamp) -> Bool {
    notice.event != .test && notice.severity < breakthrough && contains(instant)
  }

  /// When the quiet hours that `instant` lies in are over, hours that follow on without a break included, a week at
  /// most; `instant` itself when it lies in none.
  public func end(after instant: Timestamp) -> Timestamp {
    var end = instant
    for _ in 0..<8 {
      guard let local = localEnd(end) else { break }
      // The zone may change its clock on the way: its offset at the end is what counts.
      let guess = Timestamp(milliseconds: (local - offset(end)) * 1000)
      end = Timestamp(milliseconds: (local - offset(guess)) * 1000)
    }
    return end
  }

  /// The end of the hours that `instant` lies in, in seconds of the zone's clock; nil when it lies in none.
  private func localEnd(_ instant: Timestamp) -> Int64? {
    let local = floorDivide(instant.milliseconds, 1000) + offset(instant)
    let today = floorDivide(local, Self.day)
    // Those of yesterday may reach into today.
    for begin in [today, today - 1] where days.contains(weekday(begin)) {
      let start = begin * Self.day + Int64(from)
      let end = begin * Self.day + Int64(to) + (to <= from ? Self.day : 0)
      if local >= start, local < end { return end }
    }
    return nil
  }

  private func offset(_ instant: Timestamp) -> Int64 {
    Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: instant.seconds)))
  }

  /// 1 January 1970 was a Thursday.
  private func weekday(_ day: Int64) -> Int { Int(((day + 4) % 7 + 7) % 7) }

  private func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    value / divisor - (value % divisor < 0 ? 1 : 0)
  }
}
