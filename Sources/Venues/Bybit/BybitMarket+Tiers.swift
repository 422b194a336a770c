import FoundationEssentials
import HedgeModel

extension BybitMarket {
  /// The risk limits of each future, one question each.
  public func publicTiers(
    of futures: [Instrument], _ client: any VenueClient
  ) async throws -> [InstrumentID: MarginTiers] {
    var tiers: [InstrumentID: MarginTiers] = [:]
    for future in futures where future.isFuture {
      let rows = try await BybitPages.rows(client) { cursor in
        VenueRequest(
          BybitEndpoints.riskLimits,
          ["category": category.rawValue, "symbol": future.id.symbol, "cursor": cursor])
      }
      let own = rows.filter { $0.string("symbol") == future.id.symbol }
      tiers[future.id] = try self.tiers(own, source: "Bybit risk limits, read \(client.now.isoDay)")
    }
    return tiers
  }

  /// Each row tells up to which position value it applies; the next begins there. Nil when that makes no table.
  func tiers(_ rows: [JSONValue], source: String) throws(DecodingFault) -> MarginTiers? {
    var limits: [(upTo: Decimal, rate: Decimal, leverage: Decimal?)] = []
    for row in rows {
      let leverage = try row.decimal("maxLeverage")
      let rate = try row.needDecimal("maintenanceMargin")
      let initial = try row.needDecimal("initialMargin")
      limits.append((try row.needDecimal("riskLimitValue"), isPercent(initial, leverage) ? rate / 100 : rate, leverage))
    }
    limits.sort { $0.upTo < $1.upTo }
    var floor: Decimal = 0
    var tiers: [MarginTiers.Tier] = []
    for limit in limits {
      tiers.append(MarginTiers.Tier(floor: floor, maintenanceRate: limit.rate, maximumLeverage: limit.leverage))
      floor = limit.upTo
    }
    return MarginTiers(rule: .marginal, tiers: tiers, source: source)
  }

  /// The venue has written rates as fractions and as percentages. The initial margin is one over the leverage, which
  /// tells them apart.
  private func isPercent(_ initialMargin: Decimal, _ leverage: Decimal?) -> Bool {
    guard let leverage else { return false }
    return initialMargin * leverage > 10
  }
}
