import FoundationEssentials
import HedgeModel
import MarketData

extension BinanceAccountReader {
  /// The positions of `account` with what the answer about risk adds. COIN-M leaves there out contracts that are no
  /// longer traded, the account does not; and USDⓈ-M tells the leverage and the mode of margin only among the settings
  /// of symbols.
  func positions(in account: JSONValue, _ client: any VenueClient) async throws -> [BinancePosition] {
    guard let futures = segment.futures else { return [] }
    let risks = try await client.read(VenueRequest(futures.positions))
    let rows = try BinanceAnswer.read { () throws(DecodingFault) in
      try Self.rows(risks: risks, account: account)
    }
    let settings = try await settings(of: rows.filter { $0.rows.contains(where: Self.isOpen) }.map(\.key), client)
    return try BinanceAnswer.read { () throws(DecodingFault) in
      var positions: [BinancePosition] = []
      for (key, rows) in rows {
        positions.append(try BinancePosition(key, rows, settings: settings[key.symbol]))
      }
      return positions
    }
  }

  /// Rows by position, those about risk first, in the order they came.
  private static func rows(
    risks: JSONValue, account: JSONValue
  ) throws(DecodingFault) -> [(key: BinancePosition.Key, rows: [JSONValue])] {
    guard risks.isArray else { throw risks.fault("a list of positions") }
    var rows: [(key: BinancePosition.Key, rows: [JSONValue])] = []
    var places: [BinancePosition.Key: Int] = [:]
    for row in Array(risks.elements) + Array(try BinanceAnswer.list("positions", of: account)) {
      let key = BinancePosition.Key(symbol: try row.needString("symbol"), side: row.string("positionSide") ?? "BOTH")
      if let place = places[key] {
        rows[place].rows.append(row)
      } else {
        places[key] = rows.count
        rows.append((key, [row]))
      }
    }
    return rows
  }

  /// True also when the amount is missing or no number: that is not flat.
  private static func isOpen(_ row: JSONValue) -> Bool {
    let amount = try? row.decimal("positionAmt")
    return amount != .some(0)
  }

  private func settings(
    of positions: [BinancePosition.Key], _ client: any VenueClient
  ) async throws -> [String: JSONValue] {
    let symbols = Set(positions.map(\.symbol))
    guard segment == .usdMargined, let symbol = symbols.first else { return [:] }
    let answer = try await client.read(
      VenueRequest(BinanceEndpoints.usdSymbolSettings, ["symbol": symbols.count == 1 ? symbol : nil]))
    return try BinanceAnswer.read { () throws(DecodingFault) in
      var settings: [String: JSONValue] = [:]
      for row in BinanceAnswer.rows(of: answer) { settings[try row.needString("symbol")] = row }
      return settings
    }
  }
}
