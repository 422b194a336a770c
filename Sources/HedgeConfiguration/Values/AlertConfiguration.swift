/// When the user is warned, and how. The drift band is part of each strategy.
public struct AlertConfiguration: Hashable, Sendable {
  /// Whether the terminal's bell rings with a new alert.
  public let bell: Bool
  /// How long a breach must last before it is an alert.
  public let dwell: Duration
  /// Normalised margin bar, 0 safe to 1 liquidation, from which an account is watched.
  public let marginWarning: Double
  /// Normalised margin bar from which it is in danger; above ``marginWarning``.
  public let marginCritical: Double
  /// Whether a change of sign of a leg's funding rate is an alert.
  public let fundingReversal: Bool

  /// Alerts; see the properties.
  public init(
    bell: Bool = true, dwell: Duration = .seconds(10), marginWarning: Double = 0.6, marginCritical: Double = 0.8,
    fundingReversal: Bool = true
  ) {
    self.bell = bell
    self.dwell = dwell
    self.marginWarning = marginWarning
    self.marginCritical = marginCritical
    self.fundingReversal = fundingReversal
  }
}
