import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import MarketData
import Synchronization
import VenueTransport
import Venues

/// The exchanges as this start of the program reaches them: one network and one budget of questions for all, and each
/// market connected once.
final class VenueNetwork: Sendable {
  private let transport: NetworkTransport
  private let limiter = SharedRateLimiter()
  private let cache: any SpecificationCache
  private let tap: (any StreamTap)?
  private let connections = Mutex<[VenueHosts: VenueConnection]>([:])
  private let hubs = Mutex<[VenueHosts: FeedHub]>([:])

  /// A network that has reached for nothing yet.
  ///
  /// - Parameters:
  ///   - environment: where proxies and the folder of the cache are named.
  ///   - tap: hears what the markets' streams are told.
  init(environment: [String: String], tap: (any StreamTap)? = nil) {
    self.tap = tap
    transport = NetworkTransport(environment: environment, userAgent: "hedgetop/\(ProgramVersion.text)")
    cache = FolderSpecificationCache.standard(environment: environment)
  }

  /// The market of this name; made when first asked for.
  ///
  /// - Throws: ``FeedError`` when there is no such venue.
  func connection(_ name: String, hosts: [VenueHosts] = []) throws -> VenueConnection {
    let place = place(of: name, hosts)
    return try connections.withLock { connections in
      if let known = connections[place] { return known }
      guard let market = VenueDirectory.market(name, restBase: place.rest, streamBase: place.stream) else {
        throw FeedError(
          place: name,
          message: "is no venue hedgetop knows; expected one of \(VenueDirectory.names.joined(separator: ", "))")
      }
      let connection = VenueConnection(
        market, transport: transport, sockets: tap.map { TappedSockets(transport, of: name, tap: $0) } ?? transport,
        limiter: limiter, cache: cache,
        seed: UInt64.random(in: 0 ..< .max))
      connections[place] = connection
      return connection
    }
  }

  /// A portfolio's part in the prices of a market: who reaches it by the same hosts shares its streams.
  ///
  /// - Throws: ``FeedError`` when there is no such venue.
  func feed(_ name: String, hosts: [VenueHosts] = []) throws -> any PriceFeed {
    let connection = try connection(name, hosts: hosts)
    return hubs.withLock { hubs in
      let place = place(of: name, hosts)
      let hub = hubs[place] ?? FeedHub(connection.feed())
      hubs[place] = hub
      return hub.share()
    }
  }

  private func place(of name: String, _ hosts: [VenueHosts]) -> VenueHosts {
    hosts.first { $0.venue == name } ?? VenueHosts(venue: name, rest: nil, stream: nil)
  }

  /// The account a configuration names.
  ///
  /// - Throws: ``FeedError`` when its venue has no accounts, or its key cannot be read.
  func account(
    _ source: AccountSourceConfiguration, hosts: [VenueHosts], environment: [String: String]
  ) throws -> VenueAccountSource {
    let credentials = try AccountKey.credentials(of: source, environment: environment)
    let wallet = try VenueDirectory.wallet(of: source.venue).flatMap { name in
      let signer = VenueDirectory.account(name, credentials)?.signer
      return try connection(name, hosts: hosts).client(signedBy: signer)
    }
    guard let access = VenueDirectory.account(source.venue, credentials, wallet: wallet) else {
      throw FeedError(
        place: source.venue,
        message: "its accounts cannot be read; expected one of \(VenueDirectory.accountNames.joined(separator: ", "))")
    }
    return try connection(source.venue, hosts: hosts).account(
      source.account, reader: access.reader, signer: access.signer, credentials: credentials)
  }
}
