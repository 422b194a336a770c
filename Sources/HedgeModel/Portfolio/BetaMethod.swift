/// How a beta is estimated from returns: one of a set, chosen by name and parameters.
public enum BetaMethod: Hashable, Sendable {
  /// Ordinary least squares with intercept over the lookback window.
  case ordinaryLeastSquares
  /// Weights that fade with age, about zero means, over all history received.
  case exponential(ExponentialDecay)
  /// Least squares drawn towards a prior by the precisions of both (Vasicek 1973).
  case vasicek(VasicekPrior)
  /// Least squares drawn towards one by fixed weights (Blume 1975).
  case blume
  /// A beta that wanders, followed by a scalar Kalman filter over all history received.
  case kalman(KalmanParameters)
  /// Least squares on the benchmark and a second asset at once; its beta is the one on the benchmark alone that the
  /// two imply.
  case twoFactor(second: Asset)

  /// The methods by the word that selects them.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    /// ``BetaMethod/ordinaryLeastSquares``.
    case ordinaryLeastSquares = "ols"
    /// ``BetaMethod/exponential(_:)``.
    case exponential = "ewma"
    /// ``BetaMethod/vasicek(_:)``.
    case vasicek
    /// ``BetaMethod/blume``.
    case blume
    /// ``BetaMethod/kalman(_:)``.
    case kalman
    /// ``BetaMethod/twoFactor(second:)``.
    case twoFactor = "two-factor"
  }

  /// The method without its parameters.
  public var name: Name {
    switch self {
    case .ordinaryLeastSquares: .ordinaryLeastSquares
    case .exponential: .exponential
    case .vasicek: .vasicek
    case .blume: .blume
    case .kalman: .kalman
    case .twoFactor: .twoFactor
    }
  }

  /// The method of a name with its customary parameters: λ 0.94, the cross-section as prior, ETH as the second factor.
  public init(_ name: Name) {
    switch name {
    case .ordinaryLeastSquares: self = .ordinaryLeastSquares
    case .exponential: self = .exponential(.factor(0.94))
    case .vasicek: self = .vasicek(.crossSection)
    case .blume: self = .blume
    case .kalman: self = .kalman(KalmanParameters())
    case .twoFactor: self = .twoFactor(second: "ETH")
    }
  }

  /// All methods with their customary parameters.
  public static let all = Name.allCases.map(BetaMethod.init)
}
