import HedgeModel

/// Tells channels that stopped, or never began, from quiet ones: a pure state machine, as a connection that stays open
/// says nothing of what comes over it.
///
/// A channel that is silent for longer than its limit is subscribed to once more; when that does not help it is asked
/// for by REST until it is heard again. That is said once for each time it falls silent.
public struct SilenceWatch: Sendable {
  /// What is to be done about silence.
  public struct Findings: Hashable, Sendable {
    /// Channels to subscribe to anew, by place.
    public var resubscribed: [Int] = []
    /// What to tell the user.
    public var warnings: [String] = []
  }

  private enum Stage: Hashable {
    case heard
    case resubscribed(at: Timestamp)
    case silent
  }

  private struct Watched {
    var lastHeard: Timestamp
    var stage = Stage.heard
    var broken: Timestamp?
  }

  /// A channel whose memory broke is subscribed to anew no more often than this.
  private static let mendEvery = Duration.seconds(5)

  private let channels: [StreamChannel]
  private var watched: [Watched]
  private var isConnected = false
  private var recovered: [Int] = []
  /// Channels that are asked for by REST, by place.
  public private(set) var silent: Set<Int> = []

  /// Nothing heard of `channels`, which are not expected to be before they are connected.
  public init(_ channels: [StreamChannel], at now: Timestamp) {
    self.channels = channels
    watched = channels.map { _ in Watched(lastHeard: now) }
  }

  /// The channels are subscribed to: from now on they are expected to be heard of.
  public mutating func connected(at now: Timestamp) {
    guard !isConnected else { return }
    isConnected = true
    for place in watched.indices where watched[place].stage != .silent {
      watched[place] = Watched(lastHeard: now)
    }
  }

  /// There is no connection: silence says nothing of a channel.
  public mutating func disconnected() { isConnected = false }

  /// The channel at `place` was heard of. A place that is none is not counted.
  public mutating func heard(_ place: Int, at now: Timestamp) {
    guard watched.indices.contains(place) else { return }
    watched[place].lastHeard = now
    guard watched[place].stage != .heard else { return }
    if watched[place].stage == .silent {
      silent.remove(place)
      recovered.append(place)
    }
    watched[place].stage = .heard
  }

  /// The memory of these channels broke; those to subscribe to anew.
  public mutating func broke(_ places: [Int], at now: Timestamp) -> [Int] {
    places.filter { place in
      guard watched.indices.contains(place) else { return false }
      if let last = watched[place].broken, now - last < Self.mendEvery { return false }
      watched[place].broken = now
      return true
    }
  }

  /// Takes the time.
  public mutating func tick(at now: Timestamp) -> Findings {
    var findings = Findings()
    if !recovered.isEmpty {
      findings.warnings.append("\(names(recovered)) \(recovered.count > 1 ? "are" : "is") heard again")
      recovered.removeAll()
    }
    guard isConnected else { return findings }
    var fallen: [Int] = []
    for place in channels.indices {
      guard let limit = channels[place].silenceLimit else { continue }
      switch watched[place].stage {
      case .heard where now - watched[place].lastHeard > limit:
        watched[place].stage = .resubscribed(at: now)
        findings.resubscribed.append(place)
      case .resubscribed(let at) where now - at > Self.grace(of: limit):
        watched[place].stage = .silent
        fallen.append(place)
      case .heard, .resubscribed, .silent: break
      }
    }
    if let first = fallen.first {
      silent.formUnion(fallen)
      let seconds = Int((now - watched[first].lastHeard).inSeconds)
      findings.warnings.append(
        "\(names(fallen)) \(fallen.count > 1 ? "are" : "is") silent for \(seconds) s; asking by REST")
    }
    return findings
  }

  /// How long a new subscription may take to be heard.
  private static func grace(of limit: Duration) -> Duration { min(limit / 2, .seconds(5)) }

  private func names(_ places: [Int]) -> String {
    let first = String(channels[places[0]].name.prefix(60))
    return places.count == 1 ? first : "\(first) and \(places.count - 1) more"
  }
}
