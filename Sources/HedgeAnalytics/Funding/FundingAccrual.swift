import HedgeModel

/// Funding received over the past stamps of one instrument.
public enum FundingAccrual {
  /// A position from an instant on.
  public struct Position: Hashable, Sendable {
    /// When it began: it is paid at stamps strictly later.
    public let from: Timestamp
    /// Signed contracts held from then on.
    public let contracts: Double

    /// A position; see the properties.
    public init(from: Timestamp, contracts: Double) {
      self.from = from
      self.contracts = contracts
    }
  }

  /// Cash over the stamps in (since, now], in the quote currency of `instrument`; positive is received.
  ///
  /// The notional is taken at each stamp's mark price; an inverse one is constant in the quote currency, so there the
  /// coins paid are counted at the price they were paid at. Unknown (not received) when a linear position was held
  /// over a stamp without a mark price.
  ///
  /// - Parameters:
  ///   - stamps: past payments, in any order.
  ///   - positions: by rising time; before the first nothing is held.
  public static func accrued(
    over stamps: some Sequence<FundingStamp>, positions: [Position], instrument: Instrument, since: Timestamp,
    now: Timestamp
  ) -> Reading<Double> {
    var cash = 0.0
    for stamp in stamps where stamp.time > since && stamp.time <= now {
      let size = contracts(at: stamp.time, in: positions) * instrument.multiplierValue
      guard size != 0 else { continue }
      if instrument.convention == .inverse {
        cash += FundingCash.received(notional: size, rate: stamp.rate)
      } else if let mark = stamp.markPrice {
        cash += FundingCash.received(notional: size * mark, rate: stamp.rate)
      } else {
        return .unknown(
          UnknownReason(.notReceived, "no mark price of \(instrument.id) at the funding of \(stamp.time.iso8601)"))
      }
    }
    return .stated(cash)
  }

  /// Contracts held at `time`: a position opened at that very instant is not paid yet.
  public static func contracts(at time: Timestamp, in positions: [Position]) -> Double {
    positions.last { $0.from < time }?.contracts ?? 0
  }
}
