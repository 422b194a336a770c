import FoundationEssentials
import HedgeModel

extension DeribitMarket {
  /// Perpetuals and dated futures that are active; options, combinations and spot are left out.
  public func instruments(_ client: any VenueClient) async throws -> [Instrument] {
    let answer = try await client.read(
      VenueRequest(DeribitEndpoints.instruments, ["currency": "any", "kind": "future", "expired": "false"]))
    return try answer.need("result").elements.compactMap(instrument)
  }

  /// The specification of a row; nil when it is no future, not active or not understood.
  ///
  /// Amounts are dollars of inverse futures and coins of linear ones, in orders, books and positions alike: a contract
  /// here is such a unit, and `contract_size` is the step it is traded in.
  func instrument(_ row: JSONValue) -> Instrument? {
    guard row["kind"]?.equals("future") == true, (try? row.flag("is_active")) != false,
      let symbol = row.string("instrument_name"), let base = row.string("base_currency"),
      let quote = row.string("counter_currency") ?? row.string("quote_currency"),
      let convention = convention(row, base: base, quote: quote), let kind = kind(row),
      let tick = positive(row, "tick_size"), let smallest = positive(row, "min_trade_amount")
    else { return nil }
    let settlement = row.string("settlement_currency") ?? (convention == .inverse ? base : quote)
    return Instrument(
      id: InstrumentID(venue: profile.name, symbol: symbol), kind: kind, convention: convention,
      underlying: Asset(base), quote: Asset(quote), settlement: Asset(settlement), tickSize: tick,
      lotStep: positive(row, "contract_size") ?? smallest, minimumQuantity: smallest)
  }

  /// `reversed` or `linear`, whose key changed its name. Before there was one, all futures were of dollars and paid in
  /// coins.
  private func convention(_ row: JSONValue, base: String, quote: String) -> Instrument.Convention? {
    if let type = row["instrument_type"] ?? row["future_type"] {
      return type.equals("reversed") ? .inverse : type.equals("linear") ? .linear : nil
    }
    if let settlement = row.string("settlement_currency") {
      return settlement == base ? .inverse : settlement == quote ? .linear : nil
    }
    return quote == "USD" ? .inverse : nil
  }

  private func kind(_ row: JSONValue) -> Instrument.Kind? {
    guard let period = row["settlement_period"] else { return nil }
    if period.equals("perpetual") { return .perpetual(fundingInterval: Self.fundingInterval) }
    return (try? row.milliseconds("expiration_timestamp")).flatMap { $0 }.map { .dated(expiry: $0) }
  }

  private func positive(_ row: JSONValue, _ key: StaticString) -> Decimal? {
    (try? row.decimal(key)).flatMap { $0 }.flatMap { $0 > 0 ? $0 : nil }
  }
}
