/// Whom alerts are told to: one `[[alerts.channel]]`.
public struct AlertChannelConfiguration: Hashable, Sendable {
  /// How bad an alert is, as a file says it.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Worth knowing.
    case info
    /// Worth acting on soon.
    case warning
    /// Worth acting on now.
    case critical
  }

  /// What sort of channel it is, with what it takes.
  public enum Kind: Hashable, Sendable {
    /// The terminal the program runs in.
    case terminal(bell: Bool, title: Bool)
    /// The desktop, by `notify-send`.
    case desktop
    /// A program with its arguments, which reads JSON.
    case command([String])
    /// A POST of JSON.
    case webhook(AlertTargetConfiguration, AlertWebhookFormat)
    /// Prometheus Alertmanager, told again so often.
    case alertmanager(AlertTargetConfiguration, resend: Duration)
    /// Lines of a file.
    case file(path: String, AlertFileFormat)
  }

  /// Its name, for the log and for `alerts test`.
  public let name: String
  /// What sort of channel it is.
  public let kind: Kind
  /// Alerts below this are not told.
  public let minimumSeverity: Severity
  /// Whether it is told that an alert is over.
  public let sendsRecovery: Bool
  /// Messages a minute at most.
  public let ratePerMinute: Int
  /// Age at which a message that cannot be delivered is given up.
  public let givesUpAfter: Duration
  /// The longest one message may take.
  public let limit: Duration

  /// A channel; see the properties.
  public init(
    name: String, kind: Kind, minimumSeverity: Severity = .warning, sendsRecovery: Bool = true, ratePerMinute: Int = 6,
    givesUpAfter: Duration = .seconds(6 * 3600), limit: Duration = .seconds(15)
  ) {
    self.name = name
    self.kind = kind
    self.minimumSeverity = minimumSeverity
    self.sendsRecovery = sendsRecovery
    self.ratePerMinute = ratePerMinute
    self.givesUpAfter = givesUpAfter
    self.limit = limit
  }
}
