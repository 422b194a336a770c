import HedgeModel
import HedgeStore

/// A feed as JSON.
struct FeedReport: Encodable {
  let name: String
  let label: String
  let live: Bool
  let healthy: Bool
  let state: String
  @Nullable var lastEventAt: String?
  @Nullable var lastWarning: String?

  init(_ status: FeedStatus) {
    name = status.name
    label = status.label
    live = status.isLive
    healthy = status.isHealthy
    state = status.words
    lastEventAt = status.lastEventAt?.iso8601
    lastWarning = status.lastWarning
  }
}
