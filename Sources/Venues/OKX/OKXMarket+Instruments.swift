import FoundationEssentials
import HedgeModel

extension OKXMarket {
  /// Three lists, and the funding rates of all perpetuals, which alone tell how often each pays.
  public func instruments(_ client: any VenueClient) async throws -> [Instrument] {
    let intervals = try await fundingIntervals(client)
    var instruments: [Instrument] = []
    for type in OKXInstrumentType.allCases {
      let data = try await client.read(VenueRequest(OKXEndpoints.instruments, ["instType": type.rawValue])).need("data")
      instruments += data.elements.compactMap { try? instrument(from: $0, type, intervals) }
    }
    return instruments
  }

  private func fundingIntervals(_ client: any VenueClient) async throws -> [String: Duration] {
    let data = try await client.read(VenueRequest(OKXEndpoints.funding, ["instId": "ANY"])).need("data")
    var intervals: [String: Duration] = [:]
    for row in data.elements {
      if let symbol = row.string("instId"), let interval = (try? OKXFunding(row))?.interval {
        intervals[symbol] = interval
      }
    }
    return intervals
  }

  /// The specification in a row; nil for what does not trade.
  ///
  /// - Parameter intervals: how often funding is paid, by symbol.
  func instrument(
    from row: JSONValue, _ type: OKXInstrumentType, _ intervals: [String: Duration]
  ) throws(DecodingFault) -> Instrument? {
    guard row.string("state") == "live" else { return nil }
    let symbol = try row.needString("instId")
    let tick = try row.needDecimal("tickSz")
    let lot = try row.needDecimal("lotSz")
    guard tick > 0, lot > 0 else { throw DecodingFault("tickSz", found: "\(tick), \(lot)", expected: "positive steps") }
    let minimum = try row.decimal("minSz") ?? 0
    let id = InstrumentID(venue: profile.name, symbol: symbol)
    if type == .spot {
      let quote = Asset(try row.needString("quoteCcy"))
      return Instrument(
        id: id, kind: .spot, underlying: Asset(try row.needString("baseCcy")), quote: quote, settlement: quote,
        tickSize: tick, lotStep: lot, minimumQuantity: minimum)
    }
    let contract = try OKXContract(row)
    return Instrument(
      id: id, kind: try kind(row, type, intervals[symbol]), convention: contract.convention,
      underlying: contract.underlying, quote: contract.quote, settlement: Asset(try row.needString("settleCcy")),
      multiplier: contract.multiplier, tickSize: tick, lotStep: lot, minimumQuantity: minimum)
  }

  /// What pays funding is held to its index by it, also where it is listed with an expiry years away.
  private func kind(
    _ row: JSONValue, _ type: OKXInstrumentType, _ interval: Duration?
  ) throws(DecodingFault) -> Instrument.Kind {
    if let interval { return .perpetual(fundingInterval: interval) }
    if type == .swap { return .perpetual(fundingInterval: OKXFunding.usualInterval) }
    let expiry = try row.needInteger("expTime")
    guard expiry > 0 else { throw DecodingFault("expTime", found: "\(expiry)", expected: "an instant") }
    return .dated(expiry: Timestamp(milliseconds: expiry))
  }
}
