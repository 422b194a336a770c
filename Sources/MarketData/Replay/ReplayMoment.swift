import HedgeModel

/// An event of a recording with its place in the order of events: by time, then by instrument, then as recorded.
struct ReplayMoment: Comparable {
  private let time: Timestamp
  private let rank: Int
  private let sort: Int
  let event: FeedEvent

  init(_ time: Timestamp, _ rank: Int, _ event: FeedEvent) {
    self.time = time
    self.rank = rank
    self.event = event
    sort =
      switch event {
      case .bar(_, .hour, _): 0
      case .bar(_, .day, _): 1
      default: 2
      }
  }

  static func < (left: ReplayMoment, right: ReplayMoment) -> Bool {
    (left.time, left.rank, left.sort) < (right.time, right.rank, right.sort)
  }
}
