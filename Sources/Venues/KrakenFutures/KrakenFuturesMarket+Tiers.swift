import FoundationEssentials
import HedgeModel

extension KrakenFuturesMarket {
  /// Maintenance-margin tiers of `futures`.
  ///
  /// Levels of linear futures begin at notionals in the quote currency, those of inverse ones at numbers of contracts,
  /// which are turned into coins at the mark price of now.
  public func publicTiers(
    of futures: [Instrument], _ client: any VenueClient
  ) async throws -> [InstrumentID: MarginTiers] {
    let specifications = try await client.read(VenueRequest(KrakenFuturesEndpoints.instruments))
    let tickers =
      futures.contains { $0.convention == .inverse }
      ? try await client.read(VenueRequest(KrakenFuturesEndpoints.tickers)) : nil
    let marks = try tickers.map(marks) ?? [:]
    let source = "\(profile.title), read \(client.now.isoDay)"
    return try tiers(specifications, of: futures, marks: marks, source: source)
  }

  private func marks(_ tickers: JSONValue) throws(DecodingFault) -> [InstrumentID: Decimal] {
    var marks: [InstrumentID: Decimal] = [:]
    for row in try tickers.need("tickers").elements {
      guard let symbol = row.string("symbol"), let mark = try row.decimal("markPrice"), mark > 0 else { continue }
      marks[id(symbol)] = mark
    }
    return marks
  }

  /// Tiers of rows; an inverse future without a mark price has none.
  func tiers(
    _ answer: JSONValue, of futures: [Instrument], marks: [InstrumentID: Decimal], source: String
  ) throws(DecodingFault) -> [InstrumentID: MarginTiers] {
    let wanted = Dictionary(futures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [InstrumentID: MarginTiers] = [:]
    for row in try answer.need("instruments").elements {
      guard let symbol = row.string("symbol"), let future = wanted[id(symbol)], let levels = row["marginLevels"] else {
        continue
      }
      let tiers = try Self.tiers(levels, of: future, mark: marks[future.id])
      found[future.id] = tiers.flatMap { MarginTiers(rule: .wholePosition, tiers: $0, source: source) }
    }
    return found
  }

  private static func tiers(
    _ levels: JSONValue, of future: Instrument, mark: Decimal?
  ) throws(DecodingFault) -> [MarginTiers.Tier]? {
    var tiers: [MarginTiers.Tier] = []
    for level in levels.elements {
      let floor: Decimal
      if let notional = try level.decimal("numNonContractUnits") {
        floor = notional
      } else {
        let contracts = try level.needDecimal("contracts")
        guard future.convention == .inverse, let mark else { return nil }
        floor = contracts * future.multiplier / mark
      }
      let initial = try level.needDecimal("initialMargin")
      tiers.append(
        MarginTiers.Tier(
          floor: floor, maintenanceRate: try level.needDecimal("maintenanceMargin"),
          maximumLeverage: initial > 0 ? 1 / initial : nil))
    }
    return tiers
  }
}
