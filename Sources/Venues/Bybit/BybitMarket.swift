import HedgeModel

/// One category of Bybit v5. Facts and their sources are in the folder's notes.
public struct BybitMarket: VenueMarket {
  /// Which part of the venue.
  public let category: BybitCategory
  /// What it is called and how it wants to be treated.
  public let profile: VenueProfile

  /// The budget of this network address.
  static let addressLimit = RateLimit("bybit-address", capacity: 600, per: .seconds(5))
  /// The budget of an account, of which the venue tells what is left: the least any endpoint asked here has.
  static let accountLimit = RateLimit("bybit-account", capacity: 10, per: .seconds(1))

  /// A category; other regions have other hosts.
  public init(
    _ category: BybitCategory, restBase: String = "https://api.bybit.com",
    streamBase: String = "wss://stream.bybit.com"
  ) {
    self.category = category
    profile = VenueProfile(
      name: category.venue, title: category.title, restBase: restBase, streamBase: streamBase,
      limits: [Self.addressLimit, Self.accountLimit], pace: StreamPace(10, per: .seconds(1)))
  }

  /// The venue's time, which every answer carries.
  public func serverTime(_ client: any VenueClient) async throws -> Timestamp {
    let body = try await client.read(VenueRequest(BybitEndpoints.time))
    return Timestamp(milliseconds: try body.needInteger("time"))
  }

  /// The instruments asked for, by the venue's symbol.
  func bySymbol(_ instruments: [Instrument]) -> [String: Instrument] {
    Dictionary(instruments.map { ($0.id.symbol, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
