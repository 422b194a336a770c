import FoundationEssentials

/// What an order's price and quantity must be multiples of, and how small it may be.
struct BinanceFilters {
  let tickSize: Decimal
  let lotStep: Decimal
  private(set) var minimumQuantity: Decimal = 0
  private(set) var minimumNotional: Decimal = 0

  /// Reads the filters of a symbol; those that are of no use here are passed over.
  ///
  /// - Throws: ``DecodingFault`` when a step is missing or not positive.
  init(_ filters: JSONElements) throws(DecodingFault) {
    var tick: Decimal?
    var step: Decimal?
    for filter in filters {
      guard let type = filter["filterType"] else { continue }
      if type.equals("PRICE_FILTER") { tick = try filter.decimal("tickSize") }
      if type.equals("LOT_SIZE") {
        step = try filter.decimal("stepSize")
        minimumQuantity = try filter.decimal("minQty") ?? 0
      }
      if type.equals("NOTIONAL") || type.equals("MIN_NOTIONAL") {
        let notional = try filter.decimal("notional")
        minimumNotional = try filter.decimal("minNotional") ?? notional ?? 0
      }
    }
    tickSize = try Self.positive(tick, "tickSize")
    lotStep = try Self.positive(step, "stepSize")
  }

  private static func positive(_ value: Decimal?, _ name: String) throws(DecodingFault) -> Decimal {
    guard let value else { throw DecodingFault(name, found: "nothing", expected: "a value") }
    guard value > 0 else { throw DecodingFault(name, found: "\(value)", expected: "more than 0") }
    return value
  }
}
