import HedgeModel

/// The stretch of time a chart shows: a round length, divided into slots that stay where they are until a whole one
/// has passed, so that a chart moves by a slot at a time and not a little with every refresh.
struct TimeWindow: Hashable, Sendable {
  /// How long it is.
  let length: Duration
  /// Slots across.
  let slots: Int
  private let slot: Double
  private let last: Int64

  /// The shortest round window that reaches from `now` back to `start`.
  ///
  /// - Parameter slots: at least one.
  init(from start: Timestamp, to now: Timestamp, slots: Int) {
    let needed = (now - start).inSeconds
    let seconds = Self.lengths.first { Double($0) >= needed } ?? Int64((needed / 86_400).rounded(.up)) * 86_400
    self.init(.milliseconds(seconds * 1000), endingAt: now, slots: slots)
  }

  /// The window of a length.
  ///
  /// - Parameter slots: at least one.
  init(_ length: Duration, endingAt now: Timestamp, slots: Int) {
    self.length = max(length, .milliseconds(1))
    self.slots = max(1, slots)
    slot = Double(self.length.wholeMilliseconds) / Double(self.slots)
    last = Int64((Double(now.milliseconds) / slot).rounded(.down))
  }

  /// The slot of an instant, 0 the oldest; negative for what came before the window.
  func slot(of instant: Timestamp) -> Int {
    let place = Int64((Double(instant.milliseconds) / slot).rounded(.down)) - last + Int64(slots) - 1
    return Int(min(place, Int64(slots) - 1))
  }

  /// Seconds: minutes, hours, days.
  private static let lengths: [Int64] = [
    60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400, 172_800, 259_200, 604_800,
  ]
}
