import HedgeModel
import MarketData

/// What is asked of a venue about one account, and what the answers mean. Only reads.
public protocol VenueAccountReader: Sendable {
  /// What the key may do, as far as the venue tells.
  func permissions(_ client: any VenueClient) async throws -> KeyPermissions

  /// Balances and positions.
  ///
  /// - Parameter instruments: the specifications of the market's instruments, by the venue's symbol: what a position is
  ///   counted in follows from them.
  func snapshot(instruments: [String: Instrument], _ client: any VenueClient) async throws -> AccountSnapshot

  /// Funding received and paid in (`start`, now], oldest first, in pages.
  func fundingPayments(since start: Timestamp, _ client: any VenueClient) async throws -> [FundingPayment]

  /// Maintenance-margin tiers that only the owner of an account is told; empty where they are public.
  func tiers(of futures: [Instrument], _ client: any VenueClient) async throws -> [InstrumentID: MarginTiers]
}

extension VenueAccountReader {
  /// They are public, or not told.
  public func tiers(
    of futures: [Instrument], _ client: any VenueClient
  ) async throws -> [InstrumentID: MarginTiers] { [:] }
}
