import FoundationEssentials
import HedgeModel

extension SimulatedMarket {
  /// Price levels on each side of an order book.
  private static let levels = 20
  /// Keeps the random numbers of the books apart from those of the prices.
  private static let bookKey = 0x0B00C

  /// What stands in the listing's order book in `state`; nil after expiry.
  ///
  /// The best prices are those of the quote, the others follow at steps of half the spread. Further from the mid more
  /// is offered, each level by a random factor of its own, drawn anew each second; spot books are half as deep.
  func book(of listing: SimulatedListing, in state: SimulatedState) -> OrderBook? {
    guard case .quote(let quote)? = updates(of: listing, in: state).first, let bid = quote.bid, let ask = quote.ask,
      let place = listings.firstIndex(of: listing)
    else { return nil }
    var random = SplitMix64(
      seed: configuration.seed, Self.bookKey, place, Int(state.instant.milliseconds / 1000))
    let coin = SimulatedVenue.coins[listing.coin]
    let step = max(1, (coin.halfSpread * quote.price * listing.ticksPerUnit).rounded())
    func side(from best: Double, _ direction: Double) -> [OrderBook.Level] {
      (0..<Self.levels).compactMap { level in
        let ticks = (best * listing.ticksPerUnit).rounded() + direction * Double(level) * step
        guard ticks >= 1 else { return nil }
        let value = coin.depth * (listing.pricing == .spot ? 0.5 : 1) * (1 + 0.4 * Double(level))
        return listing.level(ticks: ticks, worth: value * (0.4 + 1.2 * random.unit()))
      }
    }
    let bids = side(from: bid, -1)
    return OrderBook(bids: bids, asks: side(from: ask, 1))
  }
}

extension SimulatedListing {
  /// A level at so many ticks that holds about that value in whole lots, at least one.
  fileprivate func level(ticks: Double, worth value: Double) -> OrderBook.Level {
    let price = ticks / ticksPerUnit
    let contract = instrument.multiplier.inexact * (instrument.convention == .linear ? price : 1)
    let lots = max(1, (value / contract / instrument.lotStep.inexact).rounded())
    return OrderBook.Level(
      price: Decimal(Int64(ticks)) * instrument.tickSize, quantity: Decimal(Int64(lots)) * instrument.lotStep)
  }
}
