import HedgeModel
import MarketData

/// Whether one question is asked again: a pure state machine told each fault.
struct RetryPlan: Sendable {
  /// What to do next.
  enum Step: Hashable, Sendable {
    /// Ask again after so long.
    case again(after: Duration)
    /// Measure the venue's clock, then ask again.
    case synchronise
    /// Tell whoever asked.
    case giveUp
  }

  /// Nobody waits longer for a venue that says when to come back.
  static let longestWait = Duration.seconds(10)
  /// How often a question is asked again that got no answer, or was one too many.
  private static let most = 2

  private var backoff: Backoff
  private var unanswered = 0
  private var limited = 0
  private var hasSynchronised = false

  init(seed: UInt64) {
    backoff = Backoff(longest: .seconds(5), seed: seed)
  }

  mutating func step(after fault: VenueFault) -> Step {
    switch fault {
    case .unavailable: return retry()
    case .unreachable(let transport):
      switch transport.kind {
      case .untrusted, .proxyRefused: return .giveUp
      case .nameNotFound, .unreachable, .timedOut, .broken: return retry()
      }
    case .limited, .banned:
      // The limiter keeps everybody waiting as long as the venue asked for; nothing to add to that.
      limited += 1
      return limited <= Self.most && (fault.quarantine ?? .zero) <= Self.longestWait ? .again(after: .zero) : .giveUp
    case .clockOff:
      defer { hasSynchronised = true }
      return hasSynchronised ? .giveUp : .synchronise
    case .forbidden, .keyRefused, .signatureRefused, .addressRefused, .unknownInstrument, .refused, .notUnderstood:
      return .giveUp
    }
  }

  private mutating func retry() -> Step {
    unanswered += 1
    return unanswered <= Self.most ? .again(after: backoff.next()) : .giveUp
  }
}
