import FoundationEssentials
import HedgeModel
import MarketData

/// Reads a unified account of Bybit: one wallet behind coins, linear and inverse futures.
public struct BybitAccountReader: VenueAccountReader {
  /// A reader.
  public init() {}

  /// What the venue tells of the key itself.
  public func permissions(_ client: any VenueClient) async throws -> KeyPermissions {
    let result = try await client.read(VenueRequest(BybitEndpoints.key)).need("result")
    let isReadOnly = try result.integer("readOnly").map { $0 == 1 }
    let rights = result["permissions"]?.members.map { ($0.key, $0.value.elements.map(\.string)) }
    let addresses = result["ips"].map { $0.elements.map(\.string) }
    return KeyPermissions(
      canTrade: isReadOnly == true
        ? false : rights?.contains { $0.0 != "Wallet" && $0.0 != "Affiliate" && !$0.1.isEmpty },
      canWithdraw: isReadOnly == true ? false : rights?.contains { $0.0 == "Wallet" && $0.1.contains("Withdraw") },
      isBoundToAddresses: addresses.map { !$0.isEmpty && !$0.contains("*") })
  }

  /// The wallet, how its positions are margined, and the positions of each settlement coin.
  public func snapshot(
    instruments: [String: Instrument], _ client: any VenueClient
  ) async throws -> AccountSnapshot {
    let information = try await client.read(VenueRequest(BybitEndpoints.accountInformation)).need("result")
    let mode = information.string("marginMode")
    let body = try await client.read(VenueRequest(BybitEndpoints.wallet, ["accountType": "UNIFIED"]))
    guard let wallet = try body.need("result").need("list")[0] else {
      throw DecodingFault("result.list", found: "nothing", expected: "a unified account")
    }
    var balances = try balances(wallet)
    var positions: [AccountPosition] = []
    for (category, coin) in [(BybitCategory.linear, "USDT"), (.linear, "USDC"), (.inverse, nil)] {
      for row in try await rows(category, settledIn: coin, client) {
        guard let position = try position(row, category, mode) else { continue }
        positions.append(position)
        // The wallet holds the margin of isolated positions, which backs nothing else.
        if case .isolated(let margin) = position.marginMode,
          let asset = coin.map({ Asset($0) }) ?? settlement(position.instrument.symbol, instruments),
          let held = balances[asset]
        {
          balances[asset] = held - margin
        }
      }
    }
    return AccountSnapshot(
      at: try body.milliseconds("time") ?? client.now, balances: balances, positions: positions,
      margin: try margin(wallet, isFlat: positions.isEmpty))
  }

  private func rows(
    _ category: BybitCategory, settledIn coin: String?, _ client: any VenueClient
  ) async throws -> [JSONValue] {
    try await BybitPages.rows(client) { cursor in
      VenueRequest(
        BybitEndpoints.positions,
        ["category": category.rawValue, "settleCoin": coin, "limit": "200", "cursor": cursor])
    }
  }

  /// The coin an inverse future is settled in: its specification's, or what its symbol begins with.
  private func settlement(_ symbol: String, _ instruments: [String: Instrument]) -> Asset? {
    if let instrument = instruments[symbol], instrument.convention == .inverse { return instrument.settlement }
    return symbol.firstRange(of: "USD").map { Asset(String(symbol[..<$0.lowerBound])) }
  }

  private func balances(_ wallet: JSONValue) throws(DecodingFault) -> [Asset: Decimal] {
    var balances: [Asset: Decimal] = [:]
    for coin in try wallet.need("coin").elements {
      // What the venue does not tell is left out: it is not known, not zero.
      if let balance = try coin.decimal("walletBalance") { balances[Asset(try coin.needString("coin"))] = balance }
    }
    return balances
  }

  /// The venue's own figures, in US dollars; absent while positions are isolated. Without futures the maintenance
  /// margin is that of options and loans, which are not read.
  private func margin(_ wallet: JSONValue, isFlat: Bool) throws(DecodingFault) -> AccountMargin {
    AccountMargin(
      equity: try wallet.double("totalMarginBalance"),
      maintenanceMargin: isFlat ? nil : try wallet.double("totalMaintenanceMargin"),
      ratio: try wallet.double("accountMMRate"), unit: "USD")
  }
}
