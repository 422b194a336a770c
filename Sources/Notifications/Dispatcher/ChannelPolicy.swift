import Alerting
import HedgeModel

/// What one channel wants to hear, and how hard it is tried.
public struct ChannelPolicy: Hashable, Sendable {
  /// The channel's name.
  public let name: String
  /// Alerts below this are not told to it.
  public let minimumSeverity: Alert.Severity
  /// Whether it hears that an alert is over.
  public let sendsRecovery: Bool
  /// Messages in any minute at most, further tries counted; a burst beyond it is summed up.
  public let ratePerMinute: Int
  /// Wait after the first failure; it doubles with each.
  public let firstRetry: Duration
  /// The longest wait between two tries.
  public let longestRetry: Duration
  /// Age at which a message that could not be delivered is given up.
  public let givesUpAfter: Duration
  /// Whether what is to be told is kept in the journal until it was; what only matters now is not.
  public let isKept: Bool
  /// How often all alerts that last are told again; nil for a channel that is told of changes alone.
  public let resendInterval: Duration?

  /// A policy; see the properties.
  public init(
    name: String, minimumSeverity: Alert.Severity = .warning, sendsRecovery: Bool = true, ratePerMinute: Int = 6,
    firstRetry: Duration = .seconds(2), longestRetry: Duration = .seconds(300), givesUpAfter: Duration = .hours(6),
    isKept: Bool = true, resendInterval: Duration? = nil
  ) {
    self.name = name
    self.minimumSeverity = minimumSeverity
    self.sendsRecovery = sendsRecovery
    self.ratePerMinute = max(1, ratePerMinute)
    self.firstRetry = firstRetry
    self.longestRetry = longestRetry
    self.givesUpAfter = givesUpAfter
    self.isKept = isKept
    self.resendInterval = resendInterval
  }
}
