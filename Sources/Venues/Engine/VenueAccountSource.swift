import HedgeModel
import MarketData

/// One account at a venue, read only.
public final class VenueAccountSource: AccountSource {
  /// The account it is.
  public let account: AccountID
  private let market: any VenueMarket
  private let reader: any VenueAccountReader
  private let client: any VenueClient
  private let catalogue: InstrumentCatalogue
  private let redaction: Redaction

  /// A source.
  ///
  /// - Parameters:
  ///   - account: what the account is called here.
  ///   - reader: what is asked.
  ///   - client: asks it, and signs.
  ///   - catalogue: the specifications of the market, which say what positions are counted in.
  ///   - credentials: what must not stand in any words, whatever the venue writes; nil for an account anybody may read.
  public init(
    account: AccountID, reader: any VenueAccountReader, client: LiveVenueClient, catalogue: InstrumentCatalogue,
    credentials: VenueCredentials?
  ) {
    self.account = account
    self.reader = reader
    self.client = client
    self.catalogue = catalogue
    market = client.market
    redaction = Redaction(credentials)
  }

  /// The name of the market it is read through.
  public var venue: String { market.profile.name }

  /// What its key may do; see ``AccountSource/permissions()``.
  public func permissions() async throws -> KeyPermissions {
    try await asking { try await self.reader.permissions(self.client) }
  }

  /// Balances, positions and margin; see ``AccountSource/snapshot()``.
  public func snapshot() async throws -> AccountSnapshot {
    try await asking {
      let named = try await self.listing().values.map { ($0.id.symbol, $0) }
      return try await self.reader.snapshot(
        instruments: Dictionary(named, uniquingKeysWith: { $1 }), self.client)
    }
  }

  /// Funding received and paid; see ``AccountSource/fundingPayments(since:)``.
  public func fundingPayments(since: Timestamp) async throws -> [FundingPayment] {
    try await asking { try await self.reader.fundingPayments(since: since, self.client) }
  }

  /// Maintenance-margin tiers of the futures among these: those of the account, else those told to anybody.
  ///
  /// - Throws: ``FeedError`` naming the venue and the remedy.
  public func tiers(of instruments: [InstrumentID]) async throws -> [InstrumentID: MarginTiers] {
    try await asking {
      let known = try await self.listing()
      let futures = instruments.compactMap { known[$0] }.filter(\.isFuture)
      guard !futures.isEmpty else { return [:] }
      let own = try await self.reader.tiers(of: futures, self.client)
      let others = futures.filter { own[$0.id] == nil }
      guard !others.isEmpty else { return own }
      return own.merging(try await self.market.publicTiers(of: others, self.client)) { own, _ in own }
    }
  }

  private func listing() async throws -> [InstrumentID: Instrument] {
    if let known = catalogue.known { return known.instruments }
    return try await catalogue.current().instruments
  }

  private func asking<Value: Sendable>(_ question: @Sendable () async throws -> Value) async throws -> Value {
    do {
      return try await question()
    } catch {
      throw FeedError(place: market.profile.title, message: redaction.clean(VenueFault(error).description))
    }
  }
}
