/// When the user is warned, and how. The drift band is part of each strategy.
public struct AlertConfiguration: Hashable, Sendable {
  /// Whether the terminal's bell rings with a new alert, where no channel of kind `terminal` says otherwise.
  public let bell: Bool
  /// How long a breach must last before it is an alert.
  public let dwell: Duration
  /// Normalised margin bar, 0 safe to 1 liquidation, from which an account is watched.
  public let marginWarning: Double
  /// Normalised margin bar from which it is in danger; above ``marginWarning``.
  public let marginCritical: Double
  /// Whether a change of sign of a leg's funding rate is an alert.
  public let fundingReversal: Bool
  /// How often an alert that nobody answered is told again; nil never does.
  public let reminder: Duration?
  /// The thresholds of the other rules.
  public let levels: AlertLevelConfiguration
  /// Rules by name with whether they are watched; those that are not named are as they usually are.
  public let rules: [String: Bool]
  /// Hours in which only what is severe is told; nil for none.
  public let quietHours: QuietHoursConfiguration?
  /// Whom alerts are told to beside the screen.
  public let channels: [AlertChannelConfiguration]

  /// Alerts; see the properties.
  public init(
    bell: Bool = true, dwell: Duration = .seconds(10), marginWarning: Double = 0.6, marginCritical: Double = 0.8,
    fundingReversal: Bool = true, reminder: Duration? = .seconds(900),
    levels: AlertLevelConfiguration = AlertLevelConfiguration(), rules: [String: Bool] = [:],
    quietHours: QuietHoursConfiguration? = nil, channels: [AlertChannelConfiguration] = []
  ) {
    self.bell = bell
    self.dwell = dwell
    self.marginWarning = marginWarning
    self.marginCritical = marginCritical
    self.fundingReversal = fundingReversal
    self.reminder = reminder
    self.levels = levels
    self.rules = rules
    self.quietHours = quietHours
    self.channels = channels
  }

  /// The names of the rules that can be switched on and off in `[alerts.rules]`.
  public static let ruleNames = [
    "drift", "margin", "liquidation", "stale_feed", "unknown_figure", "funding_cost", "basis", "beta_disagreement",
    "regime_stress", "review", "reconciliation", "expiry",
  ]
}
