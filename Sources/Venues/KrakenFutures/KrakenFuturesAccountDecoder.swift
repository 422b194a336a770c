import FoundationEssentials
import HedgeModel
import MarketData

/// What answers about an account mean.
struct KrakenFuturesAccountDecoder {
  let venue: String

  /// The account of `accounts` and `openpositions`.
  func snapshot(
    _ answer: JSONValue, positions list: JSONValue, at now: Timestamp
  ) throws(DecodingFault) -> AccountSnapshot {
    var balances: [Asset: Decimal] = [:]
    var cash: [Asset: Decimal] = [:]
    for (_, account) in try answer.need("accounts").members {
      for (asset, amount) in try Self.balances(account) where amount != 0 {
        if account["type"]?.equals("cashAccount") == true {
          cash[asset, default: 0] += amount
        } else {
          balances[asset, default: 0] += amount
        }
      }
    }
    var positions: [AccountPosition] = []
    for row in try list.need("openPositions").elements {
      let position = try position(row)
      if position.contracts != 0 { positions.append(position) }
    }
    return AccountSnapshot(
      at: try list.instant("serverTime") ?? now, balances: balances, spotBalances: cash, positions: positions,
      margin: try Self.margin(answer.need("accounts")))
  }

  /// Coins of an account. That of one pair lists its contracts beside its coins: only its own currency is its wallet.
  private static func balances(_ account: JSONValue) throws(DecodingFault) -> [(Asset, Decimal)] {
    var balances: [(Asset, Decimal)] = []
    if let currencies = account["currencies"] {
      for (name, value) in currencies.members {
        balances.append((KrakenAsset.named(name), try value.needDecimal("quantity")))
      }
    } else if let list = account["balances"] {
      let own = account.string("currency")?.lowercased()
      for (name, value) in list.members where own == nil || name.lowercased() == own {
        balances.append((KrakenAsset.named(name), try value.decimal()))
      }
    }
    return balances
  }

  /// The margin of the account of many coins, in dollars; with none there, that of the one pair that has some.
  private static func margin(_ accounts: JSONValue) throws(DecodingFault) -> AccountMargin {
    var used: [AccountMargin] = []
    for (_, account) in accounts.members {
      if account["type"]?.equals("multiCollateralMarginAccount") == true {
        let equity = try account.double("marginEquity")
        let maintenance = try account.double("maintenanceMargin")
        if equity != 0 || maintenance != 0 { return margin(equity, maintenance, unit: "USD") }
      } else if let requirements = account["marginRequirements"], let currency = account.string("currency") {
        let maintenance = try requirements.double("mm")
        guard let maintenance, maintenance > 0 else { continue }
        let equity = try account["auxiliary"]?.double("pv")
        used.append(margin(equity, maintenance, unit: KrakenAsset.named(currency).symbol))
      }
    }
    return used.count == 1 ? used[0] : AccountMargin()
  }

  private static func margin(_ equity: Double?, _ maintenance: Double?, unit: String) -> AccountMargin {
    let ratio = equity.flatMap { equity in maintenance.flatMap { equity > 0 ? $0 / equity : nil } }
    return AccountMargin(equity: equity, maintenanceMargin: maintenance, ratio: ratio, unit: unit)
  }

  /// A position; one with a leverage of its own is isolated, with a margin the venue does not tell.
  private func position(_ row: JSONValue) throws(DecodingFault) -> AccountPosition {
    let leverage = try row.decimal("maxFixedLeverage")
    return AccountPosition(
      instrument: InstrumentID(venue: venue, symbol: try row.needString("symbol").uppercased()),
      contracts: try Self.contracts(row), entryPrice: try row.decimal("price").flatMap { $0 > 0 ? $0 : nil },
      marginMode: leverage == nil ? .cross : nil, leverage: leverage)
  }

  /// Signed by the side; nil when size or side are not told.
  private static func contracts(_ row: JSONValue) throws(DecodingFault) -> Decimal? {
    guard let size = try row.decimal("size"), let side = row["side"] else { return nil }
    if side.equals("short") { return -abs(size) }
    return side.equals("long") ? abs(size) : nil
  }

  /// Funding in rows of the log, in their order.
  func payments(_ rows: [JSONValue]) throws(DecodingFault) -> [FundingPayment] {
    var payments: [FundingPayment] = []
    for row in rows {
      guard let amount = try row.decimal("realized_funding"), amount != 0, let contract = row.string("contract") else {
        continue
      }
      payments.append(
        FundingPayment(
          instrument: InstrumentID(venue: venue, symbol: contract.uppercased()), at: try row.needInstant("date"),
          amount: amount, asset: KrakenAsset.named(try row.needString("asset"))))
    }
    return payments
  }
}
