import FoundationEssentials
import HedgeModel
import MarketData

extension BinanceAccountReader {
  /// The brackets that apply to the account: of USDⓈ-M by notional, of COIN-M by coins.
  public func tiers(
    of futures: [Instrument], _ client: any VenueClient
  ) async throws -> [InstrumentID: MarginTiers] {
    guard let endpoint = segment.futures?.tiers, let first = futures.first else { return [:] }
    let answer = try await client.read(
      VenueRequest(endpoint, ["symbol": futures.count == 1 ? first.id.symbol : nil]))
    let source = "\(segment.rawValue) leverage brackets of the account, \(client.now.isoDay)"
    return try BinanceAnswer.read { () throws(DecodingFault) in
      let wanted = Set(futures.map(\.id.symbol))
      var tiers: [InstrumentID: MarginTiers] = [:]
      for row in BinanceAnswer.rows(of: answer) {
        let symbol = try row.needString("symbol")
        guard wanted.contains(symbol) else { continue }
        tiers[InstrumentID(venue: segment.rawValue, symbol: symbol)] = try Self.tiers(in: row, source: source)
      }
      return tiers
    }
  }

  static func tiers(in row: JSONValue, source: String) throws(DecodingFault) -> MarginTiers {
    var tiers: [MarginTiers.Tier] = []
    for bracket in try BinanceAnswer.list("brackets", of: row) {
      tiers.append(
        MarginTiers.Tier(
          floor: try floor(of: bracket), maintenanceRate: try bracket.needDecimal("maintMarginRatio"),
          maximumLeverage: try bracket.decimal("initialLeverage")))
    }
    tiers.sort { $0.floor < $1.floor }
    guard let result = MarginTiers(rule: .marginal, tiers: tiers, source: source) else {
      throw DecodingFault("brackets", found: "\(tiers.count) that do not follow", expected: "rising from 0")
    }
    return result
  }

  /// COIN-M has documented its floor with a letter too many for years.
  private static func floor(of bracket: JSONValue) throws(DecodingFault) -> Decimal {
    if let notional = try bracket.decimal("notionalFloor") { return notional }
    if let coins = try bracket.decimal("qtyFloor") { return coins }
    return try bracket.needDecimal("qtylFloor")
  }
}
