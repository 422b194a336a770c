/// Where a market's regime changes its name.
public struct RegimeLimits: Hashable, Sendable {
  /// Average correlation from which the market moves as one, whatever it did before.
  public let nearOne: Double
  /// Percentile from which correlation is high for its history.
  public let highPercentile: Double
  /// Volatility ratio from which the benchmark is agitated.
  public let agitated: Double
  /// Average correlation down to which coins go their own ways, whatever they did before.
  public let low: Double
  /// Percentile down to which correlation is low for its history.
  public let lowPercentile: Double
  /// How far from its median correlation must be as well, so that the lowest tenth of a steady history is no event, nor
  /// a high level that is the usual one.
  public let distance: Double
  /// Fewest earlier values a percentile may rest on.
  public let minimumHistory: Int

  /// Limits; the defaults are judgements on daily 30-day correlations of large coins, which lie between 0.4 and 0.9.
  public init(
    nearOne: Double = 0.85, highPercentile: Double = 0.9, agitated: Double = 1.5, low: Double = 0.3,
    lowPercentile: Double = 0.1, distance: Double = 0.1, minimumHistory: Int = 30
  ) {
    self.nearOne = nearOne
    self.highPercentile = highPercentile
    self.agitated = agitated
    self.low = low
    self.lowPercentile = lowPercentile
    self.distance = distance
    self.minimumHistory = minimumHistory
  }
}
