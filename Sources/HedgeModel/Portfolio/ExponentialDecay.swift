/// How fast the weight of an observation fades.
public enum ExponentialDecay: Hashable, Sendable {
  /// λ: what is left of a weight after one bar, in (0, 1].
  case factor(Double)
  /// Bars after which half of a weight is left, positive.
  case halfLife(bars: Double)

  /// True when the parameter is in its range.
  public var isValid: Bool {
    switch self {
    case .factor(let factor): factor > 0 && factor <= 1
    case .halfLife(let bars): bars > 0 && bars.isFinite
    }
  }
}
