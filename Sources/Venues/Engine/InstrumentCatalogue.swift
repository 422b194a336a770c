import HedgeModel
import Synchronization

/// The specifications of one market: asked for once a day, kept from start to start, and used with a warning when they
/// are old and the venue does not answer.
public final class InstrumentCatalogue: Sendable {
  /// What is known of a market's instruments.
  public struct Listing: Sendable {
    /// When the venue was asked, in its time.
    public let readAt: Timestamp
    /// The instruments, by name.
    public let instruments: [InstrumentID: Instrument]
    /// Why they are old, for a person; nil when they are not.
    public let warning: String?
  }

  /// How old specifications may be before the venue is asked again.
  public static let life = Duration.days(1)

  private let market: any VenueMarket
  private let client: any VenueClient
  private let cache: any SpecificationCache
  private let held = Mutex<Listing?>(nil)
  private let reading = Mutex<Task<Listing, any Error>?>(nil)

  /// A catalogue that knows nothing yet.
  public init(of market: any VenueMarket, _ client: any VenueClient, cache: any SpecificationCache) {
    self.market = market
    self.client = client
    self.cache = cache
  }

  /// What is known now, asking nobody; nil before the first ``current()``.
  public var known: Listing? { held.withLock { $0 } }

  /// What is known without asking anybody, however old: what was asked since the start, else what was kept from an
  /// earlier one. Nil when there is neither.
  public func cached() -> Listing? {
    known ?? Self.kept(of: market.profile.name, at: market.profile.restBase, in: cache)
  }

  /// What is kept of a market's specifications, however old; asks nobody.
  ///
  /// - Parameters:
  ///   - venue: the market's name.
  ///   - restBase: scheme and host of its questions; nil for the usual one.
  public static func kept(of venue: String, at restBase: String?, in cache: any SpecificationCache) -> Listing? {
    cache.load(SpecificationName.name(of: venue, at: restBase)).flatMap { SpecificationFile($0, venue: venue) }
      .map { listing($0) }
  }

  /// The specifications, not older than a day where that can be had. Who asks while somebody else does waits for the
  /// same answer.
  ///
  /// - Throws: ``VenueFault`` when the venue does not answer and nothing was kept.
  public func current() async throws -> Listing { try await current(notOlderThan: Self.life) }

  /// The specifications, not older than `age` where that can be had; see ``current()``.
  func current(notOlderThan age: Duration) async throws -> Listing {
    if let listing = known, isFresh(listing.readAt, age) { return listing }
    let task = reading.withLock { reading in
      if let reading { return reading }
      let task = Task { try await self.read(notOlderThan: age) }
      reading = task
      return task
    }
    defer { reading.withLock { if $0 == task { $0 = nil } } }
    return try await task.value
  }

  private func isFresh(_ readAt: Timestamp, _ life: Duration) -> Bool {
    let age = client.now - readAt
    return age >= .zero && age < life
  }

  private func read(notOlderThan age: Duration) async throws -> Listing {
    let venue = market.profile.name
    let name = SpecificationName.name(of: venue, at: market.profile.restBase)
    let kept = known.map { SpecificationFile(readAt: $0.readAt, instruments: Array($0.instruments.values)) }
    let file = kept ?? cache.load(name).flatMap { SpecificationFile($0, venue: venue) }
    if let file, isFresh(file.readAt, age) { return hold(file) }
    do {
      let new = SpecificationFile(readAt: client.now, instruments: try await market.instruments(client))
      guard !new.instruments.isEmpty else {
        throw VenueFault.notUnderstood(DecodingFault("", found: "no instrument", expected: "the market's instruments"))
      }
      cache.save(new.bytes(venue: venue), as: name)
      return hold(new)
    } catch {
      guard let file else { throw error }
      let title = market.profile.title
      return hold(
        file, "the specifications of \(title) are of \(file.readAt.isoDay); new ones: \(VenueFault(error))")
    }
  }

  private func hold(_ file: SpecificationFile, _ warning: String? = nil) -> Listing {
    let listing = Self.listing(file, warning)
    held.withLock { $0 = listing }
    return listing
  }

  private static func listing(_ file: SpecificationFile, _ warning: String? = nil) -> Listing {
    let named = file.instruments.map { ($0.id, $0) }
    return Listing(readAt: file.readAt, instruments: Dictionary(named, uniquingKeysWith: { $1 }), warning: warning)
  }
}
