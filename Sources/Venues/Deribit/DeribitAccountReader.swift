import FoundationEssentials
import HedgeModel
import MarketData

/// An account of Deribit: balances by currency, futures positions, funding from the transaction log.
public struct DeribitAccountReader: VenueAccountReader {
  /// Rows of a page of the transaction log.
  private static let pageSize = 250
  private let venue: String

  /// A reader; the requests are signed by ``DeribitSigner``.
  public init(venue: String = "deribit") {
    self.venue = venue
  }

  /// What the key may do: its scope, as the venue names it when it lets the key in.
  public func permissions(_ client: any VenueClient) async throws -> KeyPermissions {
    let answer = try await client.read(VenueRequest(DeribitEndpoints.authentication))
    let scope = try answer.need("result").needString("scope").split(separator: " ")
    return KeyPermissions(
      canTrade: scope.contains("trade:read_write"), canWithdraw: scope.contains("wallet:read_write"))
  }

  /// Balances, positions and margin.
  public func snapshot(
    instruments: [String: Instrument], _ client: any VenueClient
  ) async throws -> AccountSnapshot {
    let summaries = try await client.read(VenueRequest(DeribitEndpoints.summaries)).need("result")
    // Of every kind: what ties up margin beside the futures is to be seen.
    let positions = try await client.read(VenueRequest(DeribitEndpoints.positions, ["currency": "any"]))
      .need("result")
    return try DeribitAccountDecoder(venue: venue, instruments: instruments)
      .snapshot(summaries, positions: positions, at: client.now)
  }

  /// Funding received and paid in (`start`, now], oldest first: what the venue booked of it with trades and settlements.
  public func fundingPayments(since start: Timestamp, _ client: any VenueClient) async throws -> [FundingPayment] {
    let summaries = try await client.read(VenueRequest(DeribitEndpoints.summaries)).need("result")
    var payments: [FundingPayment] = []
    for currency in try DeribitAccountDecoder.currencies(summaries) {
      payments += try await self.payments(in: currency, since: start, client)
    }
    return payments.sorted { $0.at < $1.at }
  }

  private func payments(
    in currency: String, since start: Timestamp, _ client: any VenueClient
  ) async throws -> [FundingPayment] {
    var payments: [FundingPayment] = []
    var continuation: String?
    repeat {
      let answer = try await client.read(
        VenueRequest(
          DeribitEndpoints.transactions,
          [
            "currency": currency, "start_timestamp": "\(start.milliseconds + 1)",
            "end_timestamp": "\(client.now.milliseconds)", "count": "\(Self.pageSize)", "continuation": continuation,
          ])
      ).need("result")
      payments += try DeribitAccountDecoder(venue: venue, instruments: [:]).payments(answer.need("logs"))
      let next = answer.string("continuation")
      continuation = next == continuation ? nil : next
    } while continuation != nil
    return payments.filter { $0.at > start }
  }
}
