import FoundationEssentials
import HedgeModel
import MarketData

/// Reads a trading account of OKX: one wallet behind coins and futures.
public struct OKXAccountReader: VenueAccountReader {
  /// A reader.
  public init() {}

  /// What the account's configuration tells of the key that asks.
  public func permissions(_ client: any VenueClient) async throws -> KeyPermissions {
    let row = try await first(VenueRequest(OKXEndpoints.configuration), client)
    let rights = row.string("perm")?.split(separator: ",").map { $0.filter { $0 != " " } }
    return KeyPermissions(
      canTrade: rights?.contains("trade"), canWithdraw: rights?.contains("withdraw"),
      isBoundToAddresses: row.stated("ip").map { !$0.isAbsent })
  }

  /// The wallet and the positions.
  public func snapshot(
    instruments: [String: Instrument], _ client: any VenueClient
  ) async throws -> AccountSnapshot {
    let wallet = try await first(VenueRequest(OKXEndpoints.balance), client)
    var balances: [Asset: Decimal] = [:]
    var hasOthers = false
    for coin in try wallet.need("details").elements {
      // What the venue does not tell is left out: it is not known, not zero.
      if let balance = try coin.decimal("cashBal") { balances[Asset(try coin.needString("ccy"))] = balance }
      if try coin.decimal("liab") ?? 0 != 0 { hasOthers = true }
    }
    var positions: [AccountPosition] = []
    for row in try await client.read(VenueRequest(OKXEndpoints.positions)).need("data").elements {
      if let position = try position(row) { positions.append(position) }
      if try isOther(row) { hasOthers = true }
    }
    let margin = try margin(wallet)
    return AccountSnapshot(
      at: client.now, balances: balances, positions: positions,
      margin: hasOthers ? margin.withoutMaintenance : margin)
  }

  private func first(_ request: VenueRequest, _ client: any VenueClient) async throws -> JSONValue {
    guard let row = try await client.read(request).need("data")[0] else {
      throw DecodingFault("data", found: "nothing", expected: "an account")
    }
    return row
  }

  /// The account's margin in US dollars; in futures mode, which has one for each coin, that of the coin nearest to
  /// liquidation. The ratio is equity over requirement: high is safe.
  func margin(_ wallet: JSONValue) throws(DecodingFault) -> AccountMargin {
    if let ratio = try wallet.double("mgnRatio") {
      return AccountMargin(
        equity: try wallet.double("adjEq"), maintenanceMargin: try maintenance(of: wallet, heldByOrders: "ordFroz"),
        ratio: ratio, unit: "USD")
    }
    var nearest: (ratio: Double, coin: JSONValue)?
    for coin in try wallet.need("details").elements {
      if let ratio = try coin.double("mgnRatio"), ratio < nearest?.ratio ?? .infinity { nearest = (ratio, coin) }
    }
    guard let nearest else { return AccountMargin(equity: try wallet.double("totalEq"), unit: "USD") }
    return AccountMargin(
      equity: try nearest.coin.double("eq"),
      maintenanceMargin: try maintenance(of: nearest.coin, heldByOrders: "ordFrozen"), ratio: nearest.ratio,
      unit: nearest.coin.string("ccy"))
  }

  /// The maintenance margin of the account or of a coin; nil while orders rest, which tie up a part of it that is not told.
  private func maintenance(of row: JSONValue, heldByOrders orders: StaticString) throws(DecodingFault) -> Double? {
    try row.double(orders) ?? 0 == 0 ? row.double("mmr") : nil
  }
}

extension AccountMargin {
  /// The margin of an account in which loans or options tie up some of it too: what the futures tie up is not known.
  fileprivate var withoutMaintenance: AccountMargin { AccountMargin(equity: equity, ratio: ratio, unit: unit) }
}
