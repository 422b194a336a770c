import HedgeModel

/// How many contracts a hedge takes, before rounding.
public enum HedgeSizing {
  /// Value one contract stands for, in the quote currency: m·F linear, m inverse.
  public static func contractValue(of instrument: Instrument, price: Double) -> Double {
    instrument.convention == .linear ? instrument.multiplierValue * price : instrument.multiplierValue
  }

  /// Contracts that bring a book from one beta to another: N* = (β* − β)·V_P / (V_F·β_F).
  ///
  /// Negative sells. Nil when a contract moves nothing: its value or its beta is zero.
  ///
  /// - Parameters:
  ///   - beta: beta of the book now, its legs included.
  ///   - target: beta it shall have.
  ///   - value: V_P, what the betas are measured over.
  ///   - contractValue: V_F, value of one contract in the same currency.
  ///   - contractBeta: β_F, beta of the contract's underlying.
  public static func contracts(
    from beta: Double, to target: Double, value: Double, contractValue: Double, contractBeta: Double = 1
  ) -> Double? {
    let unit = contractValue * contractBeta
    return unit == 0 ? nil : (target - beta) * value / unit
  }

  /// Contracts to trade for a hedge ratio: Δn = (−H·B_S − ΣN_jβ_j) / (β_f·V_F); nil when a contract moves nothing.
  ///
  /// - Parameters:
  ///   - hedgeRatio: H.
  ///   - spotBetaValue: B_S, beta-dollars of the spot.
  ///   - legBetaValue: ΣN_jβ_j of the legs already held.
  ///   - contractValue: value of one contract, see ``contractValue(of:price:)``.
  ///   - contractBeta: β_f.
  public static func contractsToTrade(
    hedgeRatio: Double, spotBetaValue: Double, legBetaValue: Double = 0, contractValue: Double,
    contractBeta: Double = 1
  ) -> Double? {
    let unit = contractValue * contractBeta
    return unit == 0 ? nil : (-hedgeRatio * spotBetaValue - legBetaValue) / unit
  }

  /// Net beta that trading `contracts` instead of `exact` leaves: (n − n*)·V_F·β_f / V.
  public static func residualBeta(
    contracts: Double, exact: Double, contractValue: Double, contractBeta: Double = 1, value: Double
  ) -> Double {
    (contracts - exact) * contractValue * contractBeta / value
  }

  /// Net beta half a lot is worth: 0.5·lot·V_F·β_f / V. Above the band, no quantity may lie inside it.
  public static func halfLotBeta(
    lot: Double, contractValue: Double, contractBeta: Double = 1, value: Double
  ) -> Double {
    abs(0.5 * lot * contractValue * contractBeta / value)
  }
}
