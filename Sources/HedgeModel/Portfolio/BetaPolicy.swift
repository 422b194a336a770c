/// How the betas of a strategy are obtained.
public struct BetaPolicy: Hashable, Sendable {
  /// How a return is taken from two prices.
  public enum Returns: String, Hashable, Sendable, CaseIterable {
    /// ln(p₁/p₀).
    case log
    /// p₁/p₀ − 1.
    case simple
  }

  /// The length of a bar.
  public enum BarInterval: String, Hashable, Sendable, CaseIterable {
    /// One hour; 8,760 a year.
    case hour
    /// One UTC day; 365 a year.
    case day

    /// The interval as a duration.
    public var duration: Duration { self == .hour ? .hours(1) : .days(1) }

    /// Bars in a year: crypto trades every day.
    public var barsPerYear: Double { self == .hour ? 8760 : 365 }
  }

  /// Log or simple returns.
  public let returns: Returns
  /// Length of the window, in bars.
  public let lookback: Int
  /// Length of a bar.
  public let interval: BarInterval
  /// Fewest observations an estimate may rest on; below it beta is unknown.
  public let minimumObservations: Int
  /// How a beta is estimated from the returns.
  public let method: BetaMethod
  /// Betas the user states instead of estimating them.
  public let overrides: [Asset: Double]

  /// A beta policy; see the properties.
  public init(
    returns: Returns = .log, lookback: Int = 90, interval: BarInterval = .day, minimumObservations: Int = 10,
    method: BetaMethod = .ordinaryLeastSquares, overrides: [Asset: Double] = [:]
  ) {
    self.returns = returns
    self.lookback = lookback
    self.interval = interval
    self.minimumObservations = minimumObservations
    self.method = method
    self.overrides = overrides
  }
}
