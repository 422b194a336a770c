import HedgeModel

/// A recorded market, read from CSV files. Relative paths of the configuration have been resolved from its folder.
public struct ReplayFeedConfiguration: Hashable, Sendable {
  /// Closes of coins; at least one file.
  public let prices: [String]
  /// Closes of perpetuals, or perpetual, spot and mark closes side by side.
  public let perpetuals: [String]
  /// Funding payments.
  public let funding: [String]
  /// Where in the recording to begin; nil for its beginning.
  public let start: Timestamp?
  /// Where to stop; nil for its end.
  public let end: Timestamp?
  /// Recorded seconds for each second of the clock, above 0.
  public let speed: Double

  /// A recorded market; see the properties.
  public init(
    prices: [String], perpetuals: [String] = [], funding: [String] = [], start: Timestamp? = nil,
    end: Timestamp? = nil, speed: Double = 3600
  ) {
    self.prices = prices
    self.perpetuals = perpetuals
    self.funding = funding
    self.start = start
    self.end = end
    self.speed = speed
  }
}
