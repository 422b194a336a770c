import FoundationEssentials
import HedgeModel

/// Funding an account received or paid, as its venue booked it.
public struct FundingPayment: Hashable, Sendable {
  /// The perpetual it was for.
  public let instrument: InstrumentID
  /// When it was booked.
  public let at: Timestamp
  /// Amount in ``asset``; positive was received.
  public let amount: Decimal
  /// What it was paid in.
  public let asset: Asset

  /// A payment; see the properties.
  public init(instrument: InstrumentID, at: Timestamp, amount: Decimal, asset: Asset) {
    self.instrument = instrument
    self.at = at
    self.amount = amount
    self.asset = asset
  }
}
