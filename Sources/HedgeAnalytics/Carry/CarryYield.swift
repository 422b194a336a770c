import HedgeModel

/// What a carry trade yields on the value of its spot, without leverage, as fractions a year, simple unless said.
public struct CarryYield: Hashable, Sendable {
  /// What the yield rests on.
  public enum Source: String, Hashable, Sendable {
    /// The basis of a dated future, locked until its expiry.
    case lockedBasis = "locked basis"
    /// The mean of the funding realised over a window; the future may differ.
    case averageFunding = "average funding"
    /// The rate announced for the next payment; the future may differ.
    case currentFunding = "current funding"
  }

  /// Which side of the trade.
  public let direction: CarryDirection
  /// What the yield rests on.
  public let source: Source
  /// Before costs.
  public let gross: Double
  /// Fees of all four trades, positive.
  public let fees: Double
  /// Interest on the spot borrowed, positive; zero for cash-and-carry.
  public let borrow: Double
  /// What was earned until the exit after all costs, not annualised.
  public let earned: Double
  /// Days from entry to exit.
  public let days: Double

  /// Gross less fees and borrow, simple.
  public var net: Double { gross - fees - borrow }

  /// (1 + earned)^(365/days) − 1, of a locked basis; nil of funding, which nobody has locked.
  public var compound: Double? {
    source == .lockedBasis && earned > -1 ? Basis.annualisedCompound(basis: earned, days: days) : nil
  }

  /// A yield of what is earned in `days`.
  init(
    _ direction: CarryDirection, _ source: Source, earnedGross: Double, fees: Double, borrowRate: Double, days: Double
  ) {
    let year = 365 / days
    self.direction = direction
    self.source = source
    self.days = days
    gross = earnedGross * year
    self.fees = fees * year
    borrow = borrowRate
    earned = earnedGross - fees - borrowRate / year
  }
}
