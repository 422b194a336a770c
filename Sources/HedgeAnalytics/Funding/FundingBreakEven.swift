/// What a hedge must earn to have been worth its cost.
public enum FundingBreakEven {
  /// The fall of the benchmark that pays for the hedge: (funding paid + fees + slippage) / |ΣN·β|, a fraction.
  ///
  /// Negative when more funding is received than the trades cost; nil when there is no hedge.
  ///
  /// - Parameters:
  ///   - received: funding expected over the holding period, received positive.
  ///   - costs: round-trip fees and slippage, positive.
  ///   - betaNotional: ΣN·β of the legs.
  public static func move(received: Double, costs: Double, betaNotional: Double) -> Double? {
    betaNotional == 0 ? nil : (costs - received) / abs(betaNotional)
  }

  /// Fees of opening and closing: twice |notional|·fee.
  public static func roundTripFees(notional: Double, fee: Double) -> Double { 2 * abs(notional) * fee }

  /// True when the hedge is expected to cost more than the loss it is meant to prevent.
  ///
  /// - Parameters:
  ///   - cost: expected cost over the holding period, positive.
  ///   - fall: the fall feared, a positive fraction of the benchmark.
  ///   - betaValue: beta-dollars protected.
  public static func isInefficient(cost: Double, fall: Double, betaValue: Double) -> Bool {
    cost > fall * abs(betaValue)
  }
}
