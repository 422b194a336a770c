/// How venues make a funding rate from a premium. Every rate is a fraction per the venue's premium interval.
public enum FundingPremium {
  /// Deribit: max(d, P) + min(−d, P): premiums within ±`deadBand` cost nothing.
  public static func withDeadBand(premium: Double, deadBand: Double) -> Double {
    max(deadBand, premium) + min(-deadBand, premium)
  }

  /// Binance, Bybit, Hyperliquid: P + clamp(I − P, ±`clamp`): the rate is the interest unless the premium is far.
  public static func withInterest(premium: Double, interest: Double, clamp: Double) -> Double {
    premium + min(max(interest - premium, -clamp), clamp)
  }

  /// Premium of the impact prices over the oracle: (max(0, bid − oracle) − max(0, oracle − ask)) / oracle.
  public static func ofImpactPrices(bid: Double, ask: Double, oracle: Double) -> Double {
    (max(0, bid - oracle) - max(0, oracle - ask)) / oracle
  }

  /// A rate stated per `statedHours` as it is paid every `paidHours`.
  public static func rescaled(rate: Double, statedHours: Double, paidHours: Double) -> Double {
    rate * paidHours / statedHours
  }
}
