/// The sorts of trouble that can be watched, each of which can be switched off.
public enum AlertKind: String, Hashable, Sendable, CaseIterable {
  /// Net beta outside its band.
  case drift
  /// An account's margin ratio.
  case margin
  /// How far the benchmark is from liquidating an account.
  case liquidation
  /// A feed that is silent.
  case staleFeed = "stale_feed"
  /// A drift that cannot be told.
  case unknownFigure = "unknown_figure"
  /// Funding that has turned.
  case fundingReversal = "funding_reversal"
  /// Funding that costs too much.
  case fundingCost = "funding_cost"
  /// Futures far from spot.
  case basis
  /// Betas of several windows that disagree.
  case betaDisagreement = "beta_disagreement"
  /// A market in stress.
  case regimeStress = "regime_stress"
  /// Reviews that are due.
  case review
  /// Accounts the venue reckons otherwise.
  case reconciliation
  /// Futures held after their expiry.
  case expiry
}
