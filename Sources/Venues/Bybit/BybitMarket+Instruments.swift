import FoundationEssentials
import HedgeModel

extension BybitMarket {
  /// Everything that trades, from as many pages as there are.
  public func instruments(_ client: any VenueClient) async throws -> [Instrument] {
    let limit = category == .spot ? nil : "1000"
    let rows = try await BybitPages.rows(client) { cursor in
      VenueRequest(
        BybitEndpoints.instruments, ["category": category.rawValue, "limit": limit, "cursor": cursor])
    }
    return rows.compactMap { try? instrument(from: $0) }
  }

  /// The specification in a row; nil for what does not trade.
  func instrument(from row: JSONValue) throws(DecodingFault) -> Instrument? {
    guard row.string("status") == "Trading" else { return nil }
    let id = InstrumentID(venue: profile.name, symbol: try row.needString("symbol"))
    let (kind, convention) = try kind(of: row)
    let quote = try row.needString("quoteCoin")
    let sizes = try row.need("lotSizeFilter")
    let tick = try row.need("priceFilter").needDecimal("tickSize")
    let lot = try category == .spot ? sizes.needDecimal("basePrecision") : sizes.needDecimal("qtyStep")
    guard tick > 0, lot > 0 else {
      throw DecodingFault("tickSize", found: "\(tick), \(lot)", expected: "positive steps")
    }
    return Instrument(
      id: id, kind: kind, convention: convention, underlying: Asset(try row.needString("baseCoin")),
      quote: Asset(quote), settlement: Asset(category == .spot ? quote : try row.needString("settleCoin")),
      tickSize: tick, lotStep: lot, minimumQuantity: try sizes.decimal("minOrderQty") ?? 0,
      minimumNotional: try sizes.decimal(category == .spot ? "minOrderAmt" : "minNotionalValue") ?? 0)
  }

  /// What the venue's own words say of the contract.
  private func kind(of row: JSONValue) throws(DecodingFault) -> (Instrument.Kind, Instrument.Convention) {
    if category == .spot { return (.spot, .linear) }
    let type = try row.needString("contractType")
    switch type {
    case "LinearPerpetual", "InversePerpetual":
      let minutes = try row.needInteger("fundingInterval")
      guard (1...1_000_000).contains(minutes) else {
        throw DecodingFault("fundingInterval", found: "\(minutes)", expected: "minutes")
      }
      return (.perpetual(fundingInterval: .seconds(60 * minutes)), type.hasPrefix("L") ? .linear : .inverse)
    case "LinearFutures", "InverseFutures":
      let expiry = try row.needInteger("deliveryTime")
      guard expiry > 0 else { throw DecodingFault("deliveryTime", found: "\(expiry)", expected: "an instant") }
      return (.dated(expiry: Timestamp(milliseconds: expiry)), type.hasPrefix("L") ? .linear : .inverse)
    default:
      throw DecodingFault("contractType", found: String(type.prefix(40)), expected: "a known contract")
    }
  }
}
