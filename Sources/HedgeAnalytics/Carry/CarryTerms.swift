import HedgeModel

/// The assumptions a list of carry yields rests on.
public struct CarryTerms: Hashable, Sendable {
  /// How long a carry trade on a perpetual is held: its fees are spread over it.
  public let holdingPeriod: Duration
  /// The stretch of realised funding that is averaged.
  public let averagingWindow: Duration
  /// Fee of a spot trade, a fraction; nil takes the taker fee of the future's account.
  public let spotFee: Double?
  /// Interest a year, simple, at which each coin can be borrowed; a coin without one cannot be sold short.
  public let borrowRates: [Asset: Double]

  /// Terms; see the properties.
  public init(
    holdingPeriod: Duration = .days(30), averagingWindow: Duration = .days(30), spotFee: Double? = nil,
    borrowRates: [Asset: Double] = [:]
  ) {
    self.holdingPeriod = holdingPeriod
    self.averagingWindow = averagingWindow
    self.spotFee = spotFee
    self.borrowRates = borrowRates
  }
}
