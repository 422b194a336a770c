import HedgeModel
import HedgeStore

/// A portfolio as the program watches it: its newest snapshot, and when that was taken.
public struct PublishedPortfolio: Sendable {
  /// The newest snapshot.
  public let snapshot: HedgeSnapshot
  /// When it was taken, by the clock of the wall: a recording lives in another time.
  public let publishedAt: Timestamp
  /// The time between two snapshots.
  public let interval: Duration

  /// A portfolio; see the properties.
  public init(_ snapshot: HedgeSnapshot, publishedAt: Timestamp, interval: Duration) {
    self.snapshot = snapshot
    self.publishedAt = publishedAt
    self.interval = interval
  }
}
