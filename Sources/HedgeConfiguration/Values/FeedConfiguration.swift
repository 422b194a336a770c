import HedgeModel

/// Where prices come from.
public enum FeedConfiguration: Hashable, Sendable {
  /// A market made up by hedgetop.
  case simulated(SimulatedFeedConfiguration)
  /// A recorded market.
  case replay(ReplayFeedConfiguration)
  /// A recorded session; in the file a kind of replay.
  case recording(RecordingFeedConfiguration)
  /// Another program.
  case process(ProcessFeedConfiguration)
  /// Exchanges.
  case venues(VenueFeedConfiguration)

  /// The names a configuration chooses from.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A market made up by hedgetop.
    case simulated
    /// A recorded market.
    case replay
    /// Another program.
    case process
    /// Exchanges.
    case venues
  }

  /// The first instant the feed tells prices of: a recording's, when its file states one; otherwise now. Nil when only
  /// the recording knows.
  func earliest(_ now: Timestamp) -> Timestamp? {
    switch self {
    case .replay(let replay): replay.start
    case .recording(let recording): recording.facts?.start
    case .simulated, .process, .venues: now
    }
  }

  /// The venue part of the names of the feed's instruments; of exchanges, and of what was recorded of them, of
  /// those where coins are priced.
  public var name: String {
    switch self {
    case .simulated: "simulated"
    case .replay: "replay"
    case .recording(let recording): recording.facts?.spotVenue ?? "replay"
    case .process(let process): process.name
    case .venues(let venues): venues.spotVenue
    }
  }
}
