import HedgeModel

extension ExponentialDecay {
  /// λ: the factor itself, or ½^(1/half-life).
  public var perBar: Double {
    switch self {
    case .factor(let factor): factor
    case .halfLife(let bars): Power.raised(0.5, to: 1 / bars)
    }
  }
}
