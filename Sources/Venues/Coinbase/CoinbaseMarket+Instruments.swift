import FoundationEssentials
import HedgeModel

extension CoinbaseMarket {
  /// Everything that can be traded now; what is not understood, not online or halted is left out.
  public func instruments(_ client: any VenueClient) async throws -> [Instrument] {
    let products = try await client.read(VenueRequest(CoinbaseEndpoints.products))
    guard products.isArray else { throw products.fault("a list of products") }
    return products.elements.compactMap(instrument)
  }

  /// The specification of a product; nil when it cannot be traded or a step is missing.
  func instrument(_ product: JSONValue) -> Instrument? {
    guard product["status"]?.equals("online") == true, (try? product.flag("trading_disabled")) != true,
      let symbol = product.string("id"), let base = product.string("base_currency"),
      let quote = product.string("quote_currency"), let tick = positive(product, "quote_increment"),
      let lot = positive(product, "base_increment")
    else { return nil }
    return Instrument(
      id: InstrumentID(venue: profile.name, symbol: symbol), kind: .spot, underlying: Asset(base), quote: Asset(quote),
      settlement: Asset(quote), tickSize: tick, lotStep: lot,
      minimumQuantity: positive(product, "base_min_size") ?? 0,
      minimumNotional: positive(product, "min_market_funds") ?? 0)
  }

  private func positive(_ product: JSONValue, _ key: StaticString) -> Decimal? {
    (try? product.decimal(key)).flatMap { $0 }.flatMap { $0 > 0 ? $0 : nil }
  }
}
