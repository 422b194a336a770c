import FoundationEssentials
import HedgeModel

extension HyperliquidMarket {
  /// Smallest order value the venue takes, in the quote currency.
  static let minimumNotional: Decimal = 10
  /// What perpetuals are margined and paid in.
  static let collateral: Asset = "USDC"

  /// Everything that can be traded now; what is not understood is left out.
  public func instruments(_ client: any VenueClient) async throws -> [Instrument] {
    let perpetuals = try await client.read(HyperliquidQuestion.perpetuals)
    let spots = try await client.read(HyperliquidQuestion.spots)
    return try self.perpetuals(perpetuals) + self.spots(spots)
  }

  /// Perpetuals of the answer to `metaAndAssetCtxs`; delisted ones are left out.
  func perpetuals(_ answer: JSONValue) throws(DecodingFault) -> [Instrument] {
    var instruments: [Instrument] = []
    try HyperliquidPages.perpetuals(of: answer) { row, context in
      if let instrument = perpetual(row, context) { instruments.append(instrument) }
    }
    return instruments
  }

  private func perpetual(_ row: JSONValue, _ context: JSONValue?) -> Instrument? {
    guard let name = row.string("name"), let decimals = decimals(row), (try? row.flag("isDelisted")) != true else {
      return nil
    }
    let price = context.flatMap { try? $0.decimal("markPx") }
    return Instrument(
      id: id(name), kind: .perpetual(fundingInterval: Self.fundingInterval), underlying: Asset(name),
      quote: Self.collateral, settlement: Self.collateral,
      tickSize: HyperliquidTick.step(at: price, sizeDecimals: decimals, mostDecimals: 6),
      lotStep: HyperliquidTick.power(-decimals), minimumNotional: Self.minimumNotional)
  }

  /// Spot pairs of the answer to `spotMetaAndAssetCtxs`.
  func spots(_ answer: JSONValue) throws(DecodingFault) -> [Instrument] {
    guard let meta = answer[0], let tokens = meta["tokens"], let universe = meta["universe"] else {
      throw answer.fault("spot pairs and their state")
    }
    let tokenOfIndex = Dictionary(
      tokens.elements.compactMap { token in (try? token.integer("index")).flatMap { $0 }.map { ($0, token) } },
      uniquingKeysWith: { first, _ in first })
    let prices = Dictionary(
      (answer[1]?.elements).map { contexts in
        contexts.compactMap { context in context.string("coin").map { ($0, try? context.decimal("midPx")) } }
      } ?? [], uniquingKeysWith: { first, _ in first })
    return universe.elements.compactMap { row in
      let pair = row["tokens"]?.elements.compactMap { try? $0.integer() } ?? []
      guard let name = row.string("name"), pair.count == 2, let base = tokenOfIndex[pair[0]],
        let quote = tokenOfIndex[pair[1]]?.string("name")
      else { return nil }
      return spot(name, base, quote: Asset(quote), price: prices[name].flatMap { $0 })
    }
  }

  private func spot(_ name: String, _ base: JSONValue, quote: Asset, price: Decimal?) -> Instrument? {
    guard let coin = base.string("name"), let decimals = decimals(base) else { return nil }
    return Instrument(
      id: id(name), kind: .spot, underlying: Asset(coin), quote: quote, settlement: quote,
      tickSize: HyperliquidTick.step(at: price, sizeDecimals: decimals, mostDecimals: 8),
      lotStep: HyperliquidTick.power(-decimals), minimumNotional: Self.minimumNotional)
  }

  /// Decimals of a size: 0…12, or it is not understood.
  private func decimals(_ row: JSONValue) -> Int? {
    guard let decimals = (try? row.integer("szDecimals")).flatMap({ $0 }), (0...12).contains(decimals) else {
      return nil
    }
    return Int(decimals)
  }
}
