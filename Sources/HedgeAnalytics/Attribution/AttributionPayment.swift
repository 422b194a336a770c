import FoundationEssentials
import HedgeModel

/// Funding paid on one position at one stamp: −sign(position)·|notional|·rate, so that a short receives a positive rate.
public struct AttributionPayment: Hashable, Sendable {
  /// The future.
  public let leg: LegID
  /// The payment.
  public let stamp: FundingStamp
  /// Contracts held at the stamp; nil when those held now.
  public let contracts: Decimal?

  /// A payment; see the properties.
  public init(on leg: LegID, _ stamp: FundingStamp, contracts: Decimal? = nil) {
    self.leg = leg
    self.stamp = stamp
    self.contracts = contracts
  }
}
