import FoundationEssentials

/// A trade in one leg, recorded by the user: all amounts exact.
public struct Fill: Hashable, Sendable {
  /// The leg that was traded.
  public let leg: LegID
  /// Signed contracts traded: negative sold.
  public let contracts: Decimal
  /// Price of the trade.
  public let price: Decimal
  /// Half-way between bid and ask when it was recorded, or the mark where there was no book; nil when neither was known.
  public let mid: Decimal?
  /// Fee paid, in the portfolio's currency; nil when not stated.
  public let fee: Decimal?
  /// Contracts held before.
  public let oldContracts: Decimal
  /// Average entry price before; nil when nothing was held.
  public let oldEntryPrice: Decimal?
  /// Contracts held after.
  public let newContracts: Decimal
  /// Average entry price after; nil when nothing is held.
  public let newEntryPrice: Decimal?

  /// A fill of `contracts` at `price` on top of a position.
  ///
  /// Adding to a position averages the entry price by contracts when `convention` is linear, and by coin
  /// (harmonically) when inverse; reducing keeps it; crossing zero starts anew at `price`.
  public init(
    leg: LegID, contracts: Decimal, price: Decimal, mid: Decimal? = nil, fee: Decimal?, oldContracts: Decimal,
    oldEntryPrice: Decimal?, convention: Instrument.Convention
  ) {
    let after = oldContracts + contracts
    let entry: Decimal? =
      if after == 0 {
        nil
      } else if let old = oldEntryPrice, oldContracts != 0, (oldContracts < 0) == (after < 0) {
        (oldContracts < 0) == (contracts < 0)
          ? Self.average(old, oldContracts, price, contracts, convention)
          : old
      } else {
        price
      }
    self.init(
      leg: leg, contracts: contracts, price: price, mid: mid, fee: fee, oldContracts: oldContracts,
      oldEntryPrice: oldEntryPrice, newContracts: after, newEntryPrice: entry)
  }

  /// A fill read back from the journal; see the properties.
  public init(
    leg: LegID, contracts: Decimal, price: Decimal, mid: Decimal? = nil, fee: Decimal?, oldContracts: Decimal,
    oldEntryPrice: Decimal?, newContracts: Decimal, newEntryPrice: Decimal?
  ) {
    self.leg = leg
    self.contracts = contracts
    self.price = price
    self.mid = mid
    self.fee = fee
    self.oldContracts = oldContracts
    self.oldEntryPrice = oldEntryPrice
    self.newContracts = newContracts
    self.newEntryPrice = newEntryPrice
  }

  private static func average(
    _ first: Decimal, _ firstContracts: Decimal, _ second: Decimal, _ secondContracts: Decimal,
    _ convention: Instrument.Convention
  ) -> Decimal {
    let total = firstContracts + secondContracts
    return switch convention {
    case .linear: (first * firstContracts + second * secondContracts) / total
    case .inverse: total / (firstContracts / first + secondContracts / second)
    }
  }
}
