import FoundationEssentials
import HedgeModel

/// The prices of one position at one instant. What its kind has no use for is the same as what it has.
struct PositionMarks {
  /// What it is valued at.
  var price: Reading<Double>
  /// The spot price of its coin.
  var spot: Reading<Double>
  /// The price of the coin it is counted in.
  var coin: Reading<Double>

  init(of position: AttributedPosition, at point: MarketPoint) {
    switch position.kind {
    case .spot:
      price = position.price.reading(in: point.markets)
      (spot, coin) = (price, price)
    case .linear:
      price = position.price.reading(in: point.markets)
      spot = position.spot.reading(in: point.markets)
      coin = price
    case .inverse:
      price = position.price.reading(in: point.markets)
      spot = position.spot.reading(in: point.markets)
      coin = position.coin == position.spot ? spot : position.coin.reading(in: point.markets)
    case .collateral:
      coin = position.coin.reading(in: point.markets)
      (price, spot) = (coin, coin)
    }
  }

  /// The prices a position is taken over with: its entry price, and what is known of the market then.
  init(of position: AttributedPosition, entry: AttributedPosition.Entry) {
    let entryPrice = (entry.price * position.conversion).inexact
    if let market = entry.market { self.init(of: position, at: market) } else { self.init(missing: position) }
    price = .stated(entryPrice)
    if position.kind == .spot { (spot, coin) = (price, price) }
  }

  private init(missing position: AttributedPosition) {
    let reason = UnknownReason(.notReceived, "no price of \(position.asset) at the opening")
    (price, spot, coin) = (.unknown(reason), .unknown(reason), .unknown(reason))
  }

  /// True when nothing of it is missing or stale.
  var isFresh: Bool { price.isFresh && spot.isFresh && coin.isFresh }

  /// Why no profit can be counted from here; nil when it can.
  var missing: UnknownReason? { price.unknownReason ?? coin.unknownReason }
}
