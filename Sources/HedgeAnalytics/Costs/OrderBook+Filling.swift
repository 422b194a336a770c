import FoundationEssentials
import HedgeModel

extension OrderBook {
  /// Value that stands on the side an order takes from, the whole of it: the bids when it sells, the asks when it buys.
  ///
  /// - Parameters:
  ///   - contracts: the order; only its sign counts.
  ///   - instrument: whose book it is.
  ///   - conversion: value of the quote currency in the portfolio's.
  public func value(against contracts: Decimal, of instrument: Instrument, conversion: Double = 1) -> Double {
    (contracts < 0 ? bids : asks).reduce(0) { sum, level in
      let contract = HedgeSizing.contractValue(of: instrument, price: level.price.inexact)
      return sum + level.quantity.inexact * contract * conversion
    }
  }

  /// Walks the book, best price first, with an order that takes what it finds.
  ///
  /// - Parameters:
  ///   - contracts: signed; positive buys from the asks, negative sells to the bids.
  ///   - convention: how contracts count, which decides how prices are averaged.
  public func fill(_ contracts: Decimal, convention: Instrument.Convention = .linear) -> BookFill {
    let wanted = contracts.magnitude
    var (filled, weight, worst) = (Decimal(0), Decimal(0), Decimal?.none)
    for level in contracts < 0 ? bids : asks where filled < wanted {
      let taken = min(level.quantity, wanted - filled)
      filled += taken
      weight += convention == .linear ? taken * level.price : taken / level.price
      worst = level.price
    }
    var average = worst
    // At one price the average is that price, also where the division would round.
    if filled != 0, worst != (contracts < 0 ? bids : asks).first?.price {
      average = convention == .linear ? weight / filled : filled / weight
    }
    return BookFill(
      wanted: contracts, filled: contracts < 0 ? 0 - filled : filled, averagePrice: average,
      worstPrice: worst, mid: mid)
  }
}
