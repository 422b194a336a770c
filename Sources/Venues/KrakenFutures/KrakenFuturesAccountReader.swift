import FoundationEssentials
import HedgeModel
import MarketData

/// An account of Kraken Futures.
public struct KrakenFuturesAccountReader: VenueAccountReader {
  /// Rows of a page of the account log.
  private static let pageSize = 500
  private let venue: String

  /// A reader; the requests are signed by ``KrakenFuturesSigner``.
  public init(venue: String = "kraken-futures") {
    self.venue = venue
  }

  /// What the key may do, as the venue tells.
  public func permissions(_ client: any VenueClient) async throws -> KeyPermissions {
    let answer = try await client.read(VenueRequest(KrakenFuturesEndpoints.key))
    let permissions = try answer.need("permissions")
    let blocks = answer["allowedCidrBlocks"].map { $0.elements.map(\.string) }
    return KeyPermissions(
      canTrade: permissions["general"].map { $0.equals("FULL_ACCESS") },
      canWithdraw: permissions["transfer"].map { $0.equals("FULL_ACCESS") },
      isBoundToAddresses: blocks.map { !$0.isEmpty && !$0.contains("0.0.0.0/0") })
  }

  /// Balances, positions and margin.
  public func snapshot(
    instruments: [String: Instrument], _ client: any VenueClient
  ) async throws -> AccountSnapshot {
    let accounts = try await client.read(VenueRequest(KrakenFuturesEndpoints.accounts))
    let positions = try await client.read(VenueRequest(KrakenFuturesEndpoints.positions))
    return try KrakenFuturesAccountDecoder(venue: venue).snapshot(accounts, positions: positions, at: client.now)
  }

  /// Funding received and paid in (`start`, now], oldest first: what the log shows realised, with trades as well.
  public func fundingPayments(since start: Timestamp, _ client: any VenueClient) async throws -> [FundingPayment] {
    let decoder = KrakenFuturesAccountDecoder(venue: venue)
    var payments: [FundingPayment] = []
    var next: Int64?
    while true {
      let answer = try await client.read(
        VenueRequest(
          KrakenFuturesEndpoints.log,
          [
            "since": "\(start.milliseconds + 1)", "sort": "asc", "count": "\(Self.pageSize)",
            "from": next.map { "\($0)" },
          ]))
      let rows = Array(try answer.need("logs").elements)
      payments += try decoder.payments(rows).filter { $0.at > start && $0.at <= client.now }
      let last = try rows.last?.integer("id")
      guard rows.count >= Self.pageSize, let last, last >= next ?? last, last < .max else { break }
      next = last + 1
    }
    return payments
  }
}
