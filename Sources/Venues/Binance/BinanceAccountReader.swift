import FoundationEssentials
import HedgeModel
import MarketData

/// Reads an account of one of Binance's markets.
///
/// What a key may do, and what lies in the spot wallet, is asked of the spot market's host whatever the market: a
/// futures account needs a second client with the same key for it.
public struct BinanceAccountReader: VenueAccountReader {
  let segment: BinanceSegment
  private let wallet: (any VenueClient)?

  /// A reader.
  ///
  /// - Parameters:
  ///   - segment: the market.
  ///   - wallet: a client of ``BinanceSegment/spot`` with the same credentials; nil leaves the key's permissions and the
  ///     spot wallet of a futures account unknown. The spot market needs none.
  public init(_ segment: BinanceSegment, wallet: (any VenueClient)? = nil) {
    self.segment = segment
    self.wallet = wallet
  }

  /// What the key may do. Moving money between the owner's own wallets is neither trading nor withdrawing.
  public func permissions(_ client: any VenueClient) async throws -> KeyPermissions {
    guard let host = segment == .spot ? client : wallet else {
      return KeyPermissions(canTrade: nil, canWithdraw: nil)
    }
    let answer = try await host.read(VenueRequest(BinanceEndpoints.keyPermissions))
    return try BinanceAnswer.read { () throws(DecodingFault) in try Self.permissions(in: answer) }
  }

  static func permissions(in answer: JSONValue) throws(DecodingFault) -> KeyPermissions {
    KeyPermissions(
      canTrade: try any(
        of: [
          "enableSpotAndMarginTrading", "enableFutures", "enableMargin", "enableVanillaOptions",
          "enablePortfolioMarginTrading", "enableFixApiTrade",
        ], in: answer),
      canWithdraw: try any(of: ["enableWithdrawals", "enableInternalTransfer"], in: answer),
      isBoundToAddresses: try answer.flag("ipRestrict"))
  }

  /// Nil when none is told.
  private static func any(of flags: [StaticString], in answer: JSONValue) throws(DecodingFault) -> Bool? {
    var result: Bool?
    for flag in flags {
      if let value = try answer.flag(flag) { result = (result ?? false) || value }
    }
    return result
  }

  /// Balances and positions, as of the moment before they were asked for.
  public func snapshot(
    instruments: [String: Instrument], _ client: any VenueClient
  ) async throws -> AccountSnapshot {
    let asked = client.now
    if segment == .spot {
      return AccountSnapshot(at: asked, balances: try await spotBalances(client), positions: [])
    }
    let account = try await client.read(VenueRequest(segment.account))
    let positions = try await positions(in: account, client)
    let spot = try await wallet.mapAsync { try await spotBalances($0) }
    return try BinanceAnswer.read { () throws(DecodingFault) in
      AccountSnapshot(
        at: asked, balances: try Self.balances(in: account), spotBalances: spot ?? [:],
        positions: positions.filter { $0.contracts != 0 }.map { $0.position(of: segment) },
        margin: segment == .usdMargined
          ? try Self.margin(in: account, positions) : try Self.coinMargin(in: account, positions))
    }
  }

  private func spotBalances(_ client: any VenueClient) async throws -> [Asset: Decimal] {
    let answer = try await client.read(
      VenueRequest(BinanceEndpoints.spotAccount, ["omitZeroBalances": "true"]))
    return try BinanceAnswer.read { () throws(DecodingFault) in try Self.spotBalances(in: answer) }
  }

  /// What is free and what is locked in orders; coins of which there is nothing are left out.
  static func spotBalances(in answer: JSONValue) throws(DecodingFault) -> [Asset: Decimal] {
    var balances: [Asset: Decimal] = [:]
    for row in try BinanceAnswer.list("balances", of: answer) {
      let amount = try row.needDecimal("free") + row.needDecimal("locked")
      if amount != 0 { balances[Asset(try row.needString("asset")), default: 0] += amount }
    }
    return balances
  }

  /// The cross wallets: without unrealised profit, and without what was moved behind isolated positions.
  static func balances(in account: JSONValue) throws(DecodingFault) -> [Asset: Decimal] {
    var balances: [Asset: Decimal] = [:]
    for row in try BinanceAnswer.list("assets", of: account) {
      balances[Asset(try row.needString("asset"))] = try row.needDecimal("crossWalletBalance")
    }
    return balances
  }
}

extension Optional {
  /// What `transform` makes of the value; nil when there is none.
  fileprivate func mapAsync<Result>(_ transform: (Wrapped) async throws -> Result) async throws -> Result? {
    guard let self else { return nil }
    return try await transform(self)
  }
}
