import HedgeModel

/// Tells channels that stopped, or never began, from quiet ones: a pure state machine, as a connection that stays open
/// says nothing of what comes over it.
///
/// A channel that is silent for longer than its limit is subscribed to once more; when that does not help it is asked
/// for by REST until it is heard again. That is said once for each time it falls silent.
///
/// Venues count subscriptions, so a channel that was subscribed to anew lately is asked for by REST at once. One that
/// is heard whenever it is subscribed to is merely quiet: of it nothing is said, and all of them together are
/// subscribed to anew once in a while, to find the one that stopped.
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
    /// Asked for by REST until it may be subscribed to anew.
    case covered
    case silent
  }

  private struct Watched {
    var lastHeard: Timestamp
    var stage = Stage.heard
    var broken: Timestamp?
    /// When it was subscribed to anew, as it was silent.
    var resubscribed: Timestamp?
    /// The last new subscription was heard of at once.
    var isQuiet = false
    /// That it is silent was said.
    var isTold = false
  }

  /// A channel whose memory broke is subscribed to anew no more often than this.
  private static let mendEvery = Duration.seconds(5)
  /// A silent channel is subscribed to anew no more often than this.
  private static let resubscribeEvery = Duration.seconds(600)

  private let channels: [StreamChannel]
  private var watched: [Watched]
  private var isConnected = false
  private var recovered: [Int] = []
  /// When channels that REST covers were subscribed to anew.
  private var lastRound: Timestamp?
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
    for place in watched.indices {
      if silent.contains(place) {
        if case .resubscribed = watched[place].stage { watched[place].stage = .resubscribed(at: now) }
        continue
      }
      watched[place].lastHeard = now
      watched[place].stage = .heard
      watched[place].broken = nil
    }
  }

  /// There is no connection: silence says nothing of a channel.
  public mutating func disconnected() { isConnected = false }

  /// The channel at `place` was heard of. A place that is none is not counted.
  public mutating func heard(_ place: Int, at now: Timestamp) {
    guard watched.indices.contains(place) else { return }
    watched[place].lastHeard = now
    guard watched[place].stage != .heard else { return }
    if case .resubscribed = watched[place].stage {
      watched[place].isQuiet = true
      if silent.contains(place) {
        // What a subscription begins with: only what comes by itself ends the asking.
        watched[place].stage = .covered
        return
      }
    }
    silent.remove(place)
    if watched[place].isTold { recovered.append(place) }
    watched[place].isTold = false
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
    let isRound = lastRound.map { now - $0 >= Self.resubscribeEvery } ?? true
    for place in channels.indices {
      guard let limit = channels[place].silenceLimit else { continue }
      switch watched[place].stage {
      case .heard where now - watched[place].lastHeard > limit:
        if watched[place].isQuiet || !mayResubscribe(place, at: now) {
          watched[place].stage = .covered
          silent.insert(place)
          if !watched[place].isQuiet { fallen.append(place) }
        } else {
          resubscribe(place, at: now, &findings)
        }
      case .covered where isRound && mayResubscribe(place, at: now):
        lastRound = now
        resubscribe(place, at: now, &findings)
      case .resubscribed(let at) where now - at > Self.grace(of: limit):
        watched[place].stage = .silent
        watched[place].isQuiet = false
        silent.insert(place)
        if !watched[place].isTold { fallen.append(place) }
      case .heard, .covered, .resubscribed, .silent: break
      }
    }
    for place in fallen { watched[place].isTold = true }
    if let first = fallen.first {
      let seconds = Int((now - watched[first].lastHeard).inSeconds)
      findings.warnings.append(
        "\(names(fallen)) \(fallen.count > 1 ? "are" : "is") silent for \(seconds) s; asking by REST")
    }
    return findings
  }

  private func mayResubscribe(_ place: Int, at now: Timestamp) -> Bool {
    watched[place].resubscribed.map { now - $0 >= Self.resubscribeEvery } ?? true
  }

  private mutating func resubscribe(_ place: Int, at now: Timestamp, _ findings: inout Findings) {
    watched[place].stage = .resubscribed(at: now)
    watched[place].resubscribed = now
    findings.resubscribed.append(place)
  }

  /// How long a new subscription may take to be heard.
  private static func grace(of limit: Duration) -> Duration { min(limit / 2, .seconds(5)) }

  private func names(_ places: [Int]) -> String {
    let first = String(channels[places[0]].name.prefix(60))
    return places.count == 1 ? first : "\(first) and \(places.count - 1) more"
  }
}
