import FoundationEssentials
import HedgeModel

/// What a fill changed at once, at the mark it was made at.
struct FillCosts {
  /// Against the mid of the book; unknown when that is.
  let slippage: Reading<Decimal>
  /// The rest of the way to the mark: mid against mark; all of it when the mid is not known.
  let besides: Double
  /// The fee paid.
  let fee: Reading<Decimal>
  /// True when mid against mark is basis, false when it is a coin's own move.
  let isFuture: Bool

  /// Slippage and the rest, in the portfolio's currency.
  var execution: Double { besides + (slippage.value?.inexact ?? 0) }

  /// - Parameters:
  ///   - size: what was traded, in coins, or the portfolio's currency when inverse.
  ///   - price, mid, mark: in the portfolio's currency.
  ///   - coin: price of the coin an inverse future is counted in.
  init(
    of position: AttributedPosition, size: Decimal, price: Decimal, mid: Decimal?, mark: Decimal, coin: Decimal,
    fee: Decimal?
  ) {
    func gain(_ bought: Decimal, _ worth: Decimal) -> Decimal {
      position.kind == .inverse ? (size / bought - size / worth) * coin : size * (worth - bought)
    }
    let against = mid.map { gain(price, $0) }
    slippage =
      against.map { .stated($0) } ?? .unknown(UnknownReason(.notReceived, "no mid at the fill of \(position.asset)"))
    besides = (gain(price, mark) - (against ?? 0)).inexact
    self.fee =
      fee.map { .stated($0) } ?? .unknown(UnknownReason(.notReceived, "no fee of the fill of \(position.asset)"))
    isFuture = position.kind != .spot
  }
}
