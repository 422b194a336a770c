import HedgeModel

/// One margin account in a scenario.
public struct StressAccountOutcome: Hashable, Sendable {
  /// The account.
  public let id: AccountID
  /// Normalised margin ratio now: 0 is safe, 1 is liquidation.
  public let marginBefore: Reading<Double>
  /// Normalised margin ratio afterwards; 1 or more is past liquidation.
  public let marginAfter: Reading<Double>
  /// Equity afterwards, funding booked; of the wallet that the cross legs share.
  public let equityAfter: Reading<Double>
  /// Where on the way it is liquidated; nil inside a known reading when it survives.
  public let liquidation: Reading<StressLiquidation?>

  /// An outcome; see the properties.
  public init(
    id: AccountID, marginBefore: Reading<Double>, marginAfter: Reading<Double>, equityAfter: Reading<Double>,
    liquidation: Reading<StressLiquidation?>
  ) {
    self.id = id
    self.marginBefore = marginBefore
    self.marginAfter = marginAfter
    self.equityAfter = equityAfter
    self.liquidation = liquidation
  }
}
