import Alerting
import HedgeModel

/// One thing that is to be told of an alert. Its texts hold no control characters, whatever they were made of.
public struct Notice: Hashable, Sendable {
  /// What happened.
  public enum Event: String, Hashable, Sendable, CaseIterable, Codable {
    /// The alert was not there and now is.
    case raised
    /// It has become more severe.
    case escalated
    /// It lasts.
    case reminded
    /// It is over.
    case cleared
    /// Nothing: the user tries a channel.
    case test
  }

  /// What happened.
  public let event: Event
  /// The portfolio's name.
  public let portfolio: String
  /// The alert's identity: `drift/Main`.
  public let alert: String
  /// How bad it is.
  public let severity: Alert.Severity
  /// One line with the numbers.
  public let message: String
  /// When the alert was raised, in the market's time.
  public let raisedAt: Timestamp
  /// When it was over; nil while it lasts.
  public let clearedAt: Timestamp?

  /// A notice; see the properties.
  public init(
    _ event: Event, portfolio: String, alert: String, severity: Alert.Severity, message: String, raisedAt: Timestamp,
    clearedAt: Timestamp? = nil
  ) {
    self.event = event
    self.portfolio = PlainText.of(portfolio, limit: 100)
    self.alert = PlainText.of(alert, limit: 200)
    self.severity = severity
    self.message = PlainText.of(message)
    self.raisedAt = raisedAt
    self.clearedAt = clearedAt
  }

  /// What is told of `alert`.
  public init(_ event: Event, _ alert: Alert, portfolio: String) {
    self.init(
      event, portfolio: portfolio, alert: alert.id, severity: alert.severity, message: alert.message,
      raisedAt: alert.raisedAt, clearedAt: alert.clearedAt)
  }

  /// What is told of a transition.
  public init(_ transition: AlertTransition, portfolio: String) {
    self.init(Event(transition.kind), transition.alert, portfolio: portfolio)
  }

  /// A message that nothing is wrong, by which a channel is tried.
  public static func test(portfolio: String, at now: Timestamp) -> Notice {
    Notice(
      .test, portfolio: portfolio, alert: "test", severity: .info,
      message: "this is a test of hedgetop's alerts; nothing is wrong", raisedAt: now)
  }

  /// The notice in one line: `over: Main: drift +0.0612 is beyond ±0.05`.
  public var words: String {
    switch event {
    case .raised: message
    case .escalated: "now \(severity.word): \(message)"
    case .reminded: "still: \(message)"
    case .cleared: "over: \(message)"
    case .test: "TEST: \(message)"
    }
  }
}

extension Notice.Event {
  /// What is told of a transition of this kind.
  init(_ kind: AlertTransition.Kind) {
    switch kind {
    case .raised: self = .raised
    case .escalated: self = .escalated
    case .reminded: self = .reminded
    case .cleared: self = .cleared
    }
  }
}
