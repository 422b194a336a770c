import FoundationEssentials
import HedgeModel
import MarketData

extension OKXMarket {
  /// Families the venue tells of in one answer.
  private static let familiesOfRequest = 5

  /// The position tiers of each family. The venue counts them in contracts; as the table counts the notional, they are
  /// converted at the present mark price, and hold as long as it does not move far.
  public func publicTiers(
    of futures: [Instrument], _ client: any VenueClient
  ) async throws -> [InstrumentID: MarginTiers] {
    var tables: [InstrumentID: MarginTiers] = [:]
    for (type, listed) in Dictionary(grouping: futures, by: OKXInstrumentType.init(of:)) where type != .spot {
      var marks: [InstrumentID: Double] = [:]
      for update in try await self.marks(of: listed, type, client) {
        if case .mark(let price) = update.value { marks[update.instrument] = price }
      }
      let rows = try await rows(of: Set(listed.map(Self.family(of:))).sorted(), type, client)
      for future in listed {
        guard let own = rows[Self.family(of: future)], let mark = marks[future.id],
          let mark = Decimal(exactly: "\(mark)")
        else { continue }
        tables[future.id] = try tiers(own, of: future, mark: mark, now: client.now)
      }
    }
    return tables
  }

  private func rows(
    of families: [String], _ type: OKXInstrumentType, _ client: any VenueClient
  ) async throws -> [String: [JSONValue]] {
    var rows: [String: [JSONValue]] = [:]
    for start in stride(from: 0, to: families.count, by: Self.familiesOfRequest) {
      let names = families[start..<min(start + Self.familiesOfRequest, families.count)]
      let request = VenueRequest(
        OKXEndpoints.tiers,
        ["instType": type.rawValue, "tdMode": "cross", "instFamily": names.joined(separator: ",")])
      for row in try await client.read(request).need("data").elements {
        guard let family = row.string("instFamily") ?? row.string("uly") else { continue }
        rows[family, default: []].append(row)
      }
    }
    return rows
  }

  /// Each row tells up to how many contracts it applies; the next begins there. Nil when that makes no table.
  func tiers(
    _ rows: [JSONValue], of future: Instrument, mark: Decimal, now: Timestamp
  ) throws(DecodingFault) -> MarginTiers? {
    var limits: [(upTo: Decimal, rate: Decimal, leverage: Decimal?)] = []
    for row in rows {
      limits.append((try row.needDecimal("maxSz"), try row.needDecimal("mmr"), try row.decimal("maxLever")))
    }
    limits.sort { $0.upTo < $1.upTo }
    let notionalOfContract = future.convention == .linear ? future.multiplier * mark : future.multiplier / mark
    var floor: Decimal = 0
    var tiers: [MarginTiers.Tier] = []
    for limit in limits {
      tiers.append(MarginTiers.Tier(floor: floor, maintenanceRate: limit.rate, maximumLeverage: limit.leverage))
      floor = limit.upTo * notionalOfContract
    }
    return MarginTiers(
      rule: .wholePosition, tiers: tiers, source: "OKX position tiers, read \(now.isoDay) at a mark price of \(mark)")
  }
}
