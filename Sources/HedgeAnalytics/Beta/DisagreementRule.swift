/// When the betas of two windows disagree.
///
/// The windows share their newest returns, so the difference is known better than two independent errors say: with
/// residuals of one size its variance is the short window's less the long one's (Hausman 1978). √(se₁² + se₂²) is the
/// cautious side: what is flagged is not noise.
public struct DisagreementRule: Hashable, Sendable {
  /// How many combined errors √(se₁² + se₂²), Newey–West, a difference must exceed.
  public let errors: Double
  /// A difference below this does not matter to a hedge, however certain it is.
  public let material: Double
  /// A difference beyond this is flagged, however uncertain it is.
  public let large: Double

  /// A rule; by default more than two combined errors and at least the customary drift band of 0.05, or more than 0.5.
  public init(errors: Double = 2, material: Double = 0.05, large: Double = 0.5) {
    self.errors = errors
    self.material = material
    self.large = large
  }
}
