import HedgeModel

/// OKX v5: coins, perpetuals and dated futures in one market. Facts and their sources are in the folder's notes.
public struct OKXMarket: VenueMarket {
  /// What it is called and how it wants to be treated.
  public let profile: VenueProfile

  /// The venue part of its instruments' names.
  static let venue = "okx"

  /// The venue; other regions have other hosts: `https://eea.okx.com`, `https://us.okx.com`.
  public init(restBase: String = "https://www.okx.com", streamBase: String = "wss://ws.okx.com:8443") {
    profile = VenueProfile(
      name: Self.venue, title: "OKX", restBase: restBase, streamBase: streamBase,
      limits: [RateLimit("okx", capacity: 20, per: .seconds(2))], pace: StreamPace(3, per: .seconds(1)))
  }

  /// The venue's time.
  public func serverTime(_ client: any VenueClient) async throws -> Timestamp {
    let data = try await client.read(VenueRequest(OKXEndpoints.time)).need("data")
    guard let row = data[0] else { throw DecodingFault("data", found: "nothing", expected: "a time") }
    return Timestamp(milliseconds: try row.needInteger("ts"))
  }

  /// The underlying and its price's currency, which the venue names indexes by: `BTC-USDT`.
  static func index(of instrument: Instrument) -> String { "\(instrument.underlying)-\(instrument.quote)" }

  /// What contracts of several expiries have in common: the symbol without its last part.
  static func family(of instrument: Instrument) -> String {
    let symbol = instrument.id.symbol
    return symbol.lastIndex(of: "-").map { String(symbol[..<$0]) } ?? symbol
  }
}
