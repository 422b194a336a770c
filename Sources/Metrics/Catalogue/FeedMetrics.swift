import HedgeModel
import HedgeStore

/// Metrics of the feeds.
enum FeedMetrics {
  static let rows: [MetricRow<FeedSubject>] = [
    .flag("feed_live", "1 when the prices are real and current, 0 for a simulation or a recording.") {
      $0.status.isLive
    },
    .flag("feed_healthy", "1 when values are arriving within the feed's limit.") { $0.status.isHealthy },
    .instant("feed_last_event_timestamp_seconds", "When the last value arrived, in the time the feed lives in.") {
      $0.status.lastEventAt
    },
    .number("feed_age_seconds", "Time since the last value arrived, at the time of the snapshot.") { feed in
      feed.status.lastEventAt.map { (feed.now - $0).inSeconds }
    },
  ]
}
