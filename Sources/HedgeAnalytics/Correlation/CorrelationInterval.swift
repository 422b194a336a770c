/// A confidence interval of a correlation by Fisher's z: tanh(atanh ρ ± c/√(n − 3)).
///
/// Source: Fisher (1921); exact in the limit for normal returns, too narrow for fat tails.
public struct CorrelationInterval: Hashable, Sendable {
  /// How sure the interval is.
  public enum Level: Double, Hashable, Sendable, CaseIterable {
    /// 90 %.
    case ninety = 0.9
    /// 95 %.
    case ninetyFive = 0.95
    /// 99 %.
    case ninetyNine = 0.99

    /// c: the normal quantile of both tails.
    public var quantile: Double {
      switch self {
      case .ninety: 1.6448536269514722
      case .ninetyFive: 1.959963984540054
      case .ninetyNine: 2.5758293035489004
      }
    }
  }

  /// Lower end.
  public let lower: Double
  /// Upper end.
  public let upper: Double
  /// How sure it is.
  public let level: Level

  /// The interval of `correlation`; nil when it is NaN or rests on fewer than four observations. That of ±1 is itself.
  public init?(_ correlation: Double, observations: Int, level: Level = .ninetyFive) {
    guard abs(correlation) <= 1, observations > 3 else { return nil }
    let center = Power.inverseHyperbolicTangent(correlation)
    let reach = level.quantile / Double(observations - 3).squareRoot()
    lower = Power.hyperbolicTangent(center - reach)
    upper = Power.hyperbolicTangent(center + reach)
    self.level = level
  }
}
