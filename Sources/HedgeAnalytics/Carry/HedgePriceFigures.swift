import HedgeModel

/// What it costs to hold one strategy's hedge, and whether that is worth it. Cash is in the portfolio's currency; what
/// is received is positive in a carry, what is paid is positive in a cost.
public struct HedgePriceFigures: Hashable, Sendable {
  /// What was asked for.
  public let terms: HedgePriceTerms
  /// Carry expected over the holding period: funding of the perpetuals by the mean of the averaging window, and the
  /// basis of dated futures running out. Received positive.
  public let expectedCarry: Reading<Double>
  /// Standard error of the funding in ``expectedCarry``: how well the mean is known. Legs are added as if they erred
  /// together. What a single period may bring is wider: ``outcomes``.
  public let carryError: Reading<Double>
  /// What the perpetuals' funding would have brought over every holding period in the past known, at today's size.
  public let outcomes: Reading<CarryOutcomes>
  /// Taker fees of opening and closing, and of rolling dated futures, positive.
  public let fees: Reading<Double>
  /// Slippage of the same trades; unknown without depth and without a stated slippage.
  public let slippage: Reading<Double>
  /// Fees − carry, plus the slippage where it is known; negative when holding the hedge is expected to earn.
  public let expectedCost: Reading<Double>
  /// True when ``expectedCost`` holds the slippage.
  public let includesSlippage: Bool
  /// |ΣN·β|: beta-dollars hedged.
  public let exposure: Reading<Double>
  /// Stated drop · exposure: the loss the hedge protects against.
  public let protectedLoss: Reading<Double>
  /// The fall of the benchmark that pays for the hedge: expected cost / exposure. Negative when it earns.
  public let breakEvenMove: Reading<Double>
  /// When the costs have eaten the protected loss, at the expected pace.
  public let exhaustion: Reading<CarryExhaustion>
  /// True when the expected cost is more than the protected loss.
  public let isInefficient: Reading<Bool>
  /// The share of the past holding periods in which it would have been.
  public let inefficientShare: Reading<Double>
  /// Whether the funding of a held leg has turned, by instrument.
  public let reversals: [InstrumentID: CarryReversal]
  /// When a dated leg has to be rolled within the holding period, the first time of each, by instrument.
  public let nextRolls: [InstrumentID: Timestamp]
}
