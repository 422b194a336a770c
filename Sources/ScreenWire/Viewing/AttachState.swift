/// How a viewer stands with the program whose screen it shows: attached, not heard for a while, or without it and
/// trying again.
///
/// A value that is told what happened and when.
public struct AttachState: Hashable, Sendable {
  /// How long nothing may be heard before the picture counts as old: the program gives a sign every two seconds.
  public static let silence = Duration.seconds(8)
  /// The waits between tries to attach again, the last one repeated.
  static let waits: [Duration] = [.milliseconds(250), .milliseconds(500), .seconds(1), .seconds(2), .seconds(3)]

  /// What to do now.
  public enum Step: Hashable, Sendable {
    /// Wait.
    case none
    /// Try to attach.
    case connect
  }

  /// Why there is no fresh picture; nil while there is.
  public private(set) var loss: String?
  /// Whether there is a connection.
  public private(set) var isConnected = false
  private var heardAt: ContinuousClock.Instant
  private var nextTry: ContinuousClock.Instant
  private var tries = 0

  /// A viewer that has just been connected.
  public init(connectedAt now: ContinuousClock.Instant) {
    heardAt = now
    nextTry = now
    isConnected = true
  }

  /// The last instant at which the program was heard.
  public var lastHeard: ContinuousClock.Instant { heardAt }

  /// Something came from the program.
  public mutating func heard(at now: ContinuousClock.Instant) {
    heardAt = now
    loss = nil
    tries = 0
  }

  /// There is a connection again; it counts as well only once something is heard on it.
  public mutating func connected(at now: ContinuousClock.Instant) {
    isConnected = true
    nextTry = now
  }

  /// There is none any more, or a try has failed.
  ///
  /// - Parameter reason: what is said while it lasts; the first reason of a loss stays.
  public mutating func lost(_ reason: String, at now: ContinuousClock.Instant) {
    if isConnected || loss == nil { loss = reason }
    isConnected = false
    nextTry = now + Self.waits[min(tries, Self.waits.count - 1)]
    tries += 1
  }

  /// Time has passed.
  public mutating func tick(at now: ContinuousClock.Instant) -> Step {
    if isConnected {
      if now - heardAt > Self.silence { loss = loss ?? "the service does not answer" }
      return .none
    }
    return now >= nextTry ? .connect : .none
  }
}
