import HedgeModel

/// An account that is liquidated before a scenario is over.
public struct StressLiquidation: Hashable, Sendable {
  /// The account.
  public let account: AccountID
  /// The isolated leg that is liquidated; nil when it is the wallet that the cross legs share.
  public let isolatedLeg: InstrumentID?
  /// Where on the way: 0 is now, 1 the whole scenario, every part of it scaled alike. 0 also when past it already.
  public let fraction: Double

  /// A liquidation; see the properties.
  public init(account: AccountID, isolatedLeg: InstrumentID?, fraction: Double) {
    self.account = account
    self.isolatedLeg = isolatedLeg
    self.fraction = fraction
  }
}
