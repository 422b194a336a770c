import HedgeModel

/// A position in a perpetual whose funding is known for some time.
public struct FundedPosition: Hashable, Sendable {
  /// The perpetual.
  public let instrument: InstrumentID
  /// Signed notional, in the portfolio's currency; negative is short.
  public let notional: Double
  /// Past payments, by rising time.
  public let stamps: FundingStamps

  /// A position; see the properties.
  public init(instrument: InstrumentID, notional: Double, stamps: FundingStamps) {
    self.instrument = instrument
    self.notional = notional
    self.stamps = stamps
  }
}
