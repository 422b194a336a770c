/// What a carry trade pays for its four trades, each a fraction of its own value.
public struct CarryFees: Hashable, Sendable {
  /// Of opening the spot side.
  public let spotEntry: Double
  /// Of closing it.
  public let spotExit: Double
  /// Of opening the future.
  public let futureEntry: Double
  /// Of closing or settling it.
  public let futureExit: Double

  /// Fees; see the properties.
  public init(spotEntry: Double, spotExit: Double, futureEntry: Double, futureExit: Double) {
    self.spotEntry = spotEntry
    self.spotExit = spotExit
    self.futureEntry = futureEntry
    self.futureExit = futureExit
  }

  /// The same fee in and out.
  public init(spot: Double, future: Double) {
    self.init(spotEntry: spot, spotExit: spot, futureEntry: future, futureExit: future)
  }

  /// No fees.
  public static let none = CarryFees(spot: 0, future: 0)

  /// All four as a fraction of the spot bought, spot standing still until the exit: both futures trades are of the
  /// value 1 + basis at entry and of the spot's at the exit.
  public func total(basis: Double) -> Double {
    spotEntry + spotExit + futureEntry * (1 + basis) + futureExit
  }
}
