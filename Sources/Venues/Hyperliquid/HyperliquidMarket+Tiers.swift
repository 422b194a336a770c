import FoundationEssentials
import HedgeModel

extension HyperliquidMarket {
  /// Maintenance-margin tiers that anybody is told.
  public func publicTiers(
    of futures: [Instrument], _ client: any VenueClient
  ) async throws -> [InstrumentID: MarginTiers] {
    let meta = try await client.read(HyperliquidQuestion.margins)
    let all = try tiers(meta, source: "\(profile.title), read \(client.now.isoDay)")
    let wanted = Set(futures.map(\.id))
    return all.filter { wanted.contains($0.key) }
  }

  /// Tiers of all perpetuals in the answer to `meta`.
  ///
  /// A table whose number is below 50 has one tier of that leverage and is not listed. The maintenance rate is half the
  /// initial rate at the largest leverage of the tier.
  func tiers(_ meta: JSONValue, source: String) throws(DecodingFault) -> [InstrumentID: MarginTiers] {
    var tables: [Int64: [MarginTiers.Tier]] = [:]
    if let list = meta["marginTables"] {
      for entry in list.elements {
        guard let number = try entry[0]?.integer(), let table = entry[1] else { continue }
        tables[number] = try Self.tiers(of: table)
      }
    }
    var found: [InstrumentID: MarginTiers] = [:]
    for row in try meta.need("universe").elements {
      let name = try row.needString("name")
      let tiers: [MarginTiers.Tier]?
      if let number = try row.integer("marginTableId") {
        tiers = tables[number] ?? (number < 50 ? Self.tier(from: 0, leverage: Decimal(number)).map { [$0] } : nil)
      } else {
        tiers = try row.decimal("maxLeverage").flatMap { Self.tier(from: 0, leverage: $0) }.map { [$0] }
      }
      found[id(name)] = tiers.flatMap { MarginTiers(rule: .marginal, tiers: $0, source: source) }
    }
    return found
  }

  private static func tiers(of table: JSONValue) throws(DecodingFault) -> [MarginTiers.Tier] {
    var tiers: [MarginTiers.Tier] = []
    for row in try table.need("marginTiers").elements {
      let leverage = try row.needDecimal("maxLeverage")
      guard let tier = tier(from: try row.needDecimal("lowerBound"), leverage: leverage) else {
        throw DecodingFault("maxLeverage", found: "\(leverage)", expected: "a leverage of 1 or more")
      }
      tiers.append(tier)
    }
    return tiers
  }

  private static func tier(from floor: Decimal, leverage: Decimal) -> MarginTiers.Tier? {
    guard leverage >= 1 else { return nil }
    return MarginTiers.Tier(floor: floor, maintenanceRate: 1 / (2 * leverage), maximumLeverage: leverage)
  }
}
