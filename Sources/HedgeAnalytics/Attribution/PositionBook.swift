import FoundationEssentials
import HedgeModel

/// The books of one position: what was paid and received, exact, and what is held.
///
/// They know nothing of segments and parts, so the change of their equity is an independent check on the parts.
struct PositionBook {
  let kind: AttributedPosition.Kind
  /// Signed size: coins when spot or linear, the portfolio's currency when inverse.
  private(set) var size: Decimal = 0
  /// Paid and received so far: coins when inverse or collateral, else the portfolio's currency.
  private(set) var cash: Decimal = 0

  init(kind: AttributedPosition.Kind) {
    self.kind = kind
  }

  /// Buys `size` (sells, when negative) at `price`.
  mutating func trade(_ traded: Decimal, at price: Decimal) {
    guard traded != 0 else { return }
    size += traded
    cash += kind == .inverse ? traded / price : -traded * price
  }

  /// Takes cash, or coins, in (out, when negative).
  mutating func receive(_ amount: Decimal) {
    cash += amount
  }

  /// What closing the position at these prices would leave, in the portfolio's currency.
  func equity(at marks: PositionMarks) -> Reading<Decimal> {
    switch kind {
    case .spot, .linear:
      return size == 0 ? .stated(cash) : marks.price.decimal.map { cash + size * $0 }
    case .inverse, .collateral:
      let coins: Reading<Decimal> = size == 0 ? .stated(cash) : marks.price.decimal.map { cash - size / $0 }
      return coins.value == 0 ? .stated(0) : coins.combined(with: marks.coin.decimal, *)
    }
  }
}
