/// Why a figure is unknown, in words a user can act on.
public struct UnknownReason: Hashable, Sendable {
  /// The sort of cause, for programs.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// No price, rate or bar has arrived yet.
    case notReceived = "not_received"
    /// The history holds fewer observations than the estimator needs.
    case tooFewObservations = "too_few_observations"
    /// The configuration does not state what the figure needs.
    case notConfigured = "not_configured"
    /// The figure has no meaning here: an annualised basis of a perpetual, a ratio over a zero value.
    case undefined
    /// A value arrived but cannot be right: a negative price, a NaN.
    case invalid
  }

  /// The sort of cause.
  public let kind: Kind
  /// One line naming the missing input: `no mark price of binance-usdm:BTCUSDT`.
  public let detail: String

  /// A reason; see the properties.
  @inlinable public init(_ kind: Kind, _ detail: String) {
    self.kind = kind
    self.detail = detail
  }
}
