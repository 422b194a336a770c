import FoundationEssentials
import HedgeModel

extension KrakenFuturesMarket {
  /// Everything that can be traded now; indices and what is not understood are left out.
  public func instruments(_ client: any VenueClient) async throws -> [Instrument] {
    try await client.read(VenueRequest(KrakenFuturesEndpoints.instruments)).need("instruments")
      .elements.compactMap(instrument)
  }

  /// The specification of a row; nil when it cannot be traded or is not understood.
  func instrument(_ row: JSONValue) -> Instrument? {
    guard (try? row.flag("tradeable")) == true, let symbol = row.string("symbol"), let type = row["type"],
      let convention = Self.convention(type), let kind = kind(row), let pair = Self.pair(row, symbol: symbol),
      let size = positive(row, "contractSize"), let tick = positive(row, "tickSize"), let lot = lot(row, convention)
    else { return nil }
    return Instrument(
      id: id(symbol), kind: kind, convention: convention, underlying: pair.base, quote: pair.quote,
      settlement: convention == .inverse ? pair.base : pair.quote, multiplier: size, tickSize: tick, lotStep: lot,
      minimumQuantity: lot)
  }

  /// `flexible_futures` (collateral of many coins) and the older `futures_vanilla` are linear.
  static func convention(_ type: JSONValue) -> Instrument.Convention? {
    if type.equals("futures_inverse") { return .inverse }
    return type.equals("flexible_futures") || type.equals("futures_vanilla") ? .linear : nil
  }

  /// Dated when it has a last trading time, perpetual when it has funding.
  private func kind(_ row: JSONValue) -> Instrument.Kind? {
    if let last = row["lastTradingTime"] { return (try? last.instant()).map { .dated(expiry: $0) } }
    return row["fundingRateCoefficient"] == nil ? nil : .perpetual(fundingInterval: Self.fundingInterval)
  }

  /// Coin and currency: of their own fields, of `pair` (`XBT:USD`), or before there were any of `underlying`, an index
  /// named `rr_xbtusd` whose last three letters are the currency.
  private static func pair(_ row: JSONValue, symbol: String) -> (base: Asset, quote: Asset)? {
    if let base = row.string("base"), let quote = row.string("quote") {
      return (KrakenAsset.named(base), KrakenAsset.named(quote))
    }
    if let parts = row.string("pair")?.split(separator: ":"), parts.count == 2 {
      return (KrakenAsset.named(String(parts[0])), KrakenAsset.named(String(parts[1])))
    }
    guard let name = row.string("underlying")?.split(separator: "_").last, name.count > 3 else { return nil }
    return (KrakenAsset.named(String(name.dropLast(3))), KrakenAsset.named(String(name.suffix(3))))
  }

  /// Ten to the power of minus `contractValueTradePrecision`; inverse futures without one are traded in whole contracts.
  private func lot(_ row: JSONValue, _ convention: Instrument.Convention) -> Decimal? {
    guard let precision = (try? row.integer("contractValueTradePrecision")).flatMap({ $0 }) else {
      return convention == .inverse ? 1 : nil
    }
    guard (-9...12).contains(precision) else { return nil }
    return Decimal(sign: .plus, exponent: -Int(precision), significand: 1)
  }

  private func positive(_ row: JSONValue, _ key: StaticString) -> Decimal? {
    (try? row.decimal(key)).flatMap { $0 }.flatMap { $0 > 0 ? $0 : nil }
  }
}
