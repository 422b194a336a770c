import FoundationEssentials
import HedgeModel
import MarketData

/// An account of Hyperliquid, which anybody may read by its address: nothing is signed.
public struct HyperliquidAccountReader: VenueAccountReader {
  private let address: String
  private let venue: String

  /// The account of an address: 0x and 40 hexadecimal digits.
  public init(address: String, venue: String = "hyperliquid") {
    self.address = address.lowercased()
    self.venue = venue
  }

  /// An address can do nothing. It is looked at whose it is, as that of an agent, which only signs, shows an empty account.
  public func permissions(_ client: any VenueClient) async throws -> KeyPermissions {
    try await checkRole(client)
    return KeyPermissions(canTrade: false, canWithdraw: false)
  }

  /// Balances, positions and margin.
  public func snapshot(
    instruments: [String: Instrument], _ client: any VenueClient
  ) async throws -> AccountSnapshot {
    try checkAddress()
    let state = try await client.read(HyperliquidQuestion.margin(of: address))
    let spot = try await client.read(HyperliquidQuestion.spotBalances(of: address))
    let snapshot = try HyperliquidAccountDecoder(venue: venue).snapshot(state, spot: spot, at: client.now)
    if snapshot.positions.isEmpty, snapshot.balances.isEmpty, snapshot.spotBalances.isEmpty {
      try await checkRole(client)
    }
    return snapshot
  }

  /// Funding received and paid in (`start`, now], oldest first.
  public func fundingPayments(since start: Timestamp, _ client: any VenueClient) async throws -> [FundingPayment] {
    try checkAddress()
    let decoder = HyperliquidAccountDecoder(venue: venue)
    var payments: [FundingPayment] = []
    var known: Set<FundingPayment> = []
    var from = start + .milliseconds(1)
    while true {
      let page = try decoder.payments(
        await client.read(HyperliquidQuestion.fundingPayments(of: address, from: from)))
      // Payments of an hour bear one time, and a page may end between them: the next begins with that time again.
      let new = page.filter { $0.at >= from && $0.at <= client.now && known.insert($0).inserted }
      payments += new
      guard let last = new.last else { break }
      from = last.at
    }
    return payments
  }

  private func checkAddress() throws {
    let digits = address.dropFirst(2)
    guard address.hasPrefix("0x"), digits.count == 40, digits.allSatisfy(\.isHexDigit) else {
      throw VenueFault.keyRefused("an address of Hyperliquid is 0x and 40 hexadecimal digits")
    }
  }

  private func checkRole(_ client: any VenueClient) async throws {
    try checkAddress()
    let answer = try await client.read(HyperliquidQuestion.role(of: address))
    switch try answer.needString("role") {
    case "agent":
      let master = answer["data"]?.string("user").map { " of \($0.prefix(42))" } ?? ""
      throw VenueFault.keyRefused("that is the address of an API wallet\(master); name the account's own")
    case "missing": throw VenueFault.keyRefused("Hyperliquid does not know that address")
    default: return
    }
  }
}
