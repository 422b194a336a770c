import FoundationEssentials
import HedgeModel
import MarketData

/// A position as two answers of Binance tell of it: the account's, and the one about risk, which knows more but lists
/// fewer.
struct BinancePosition {
  /// What makes a position: in hedge mode an instrument has a long and a short one.
  struct Key: Hashable {
    let symbol: String
    let side: String
  }

  let key: Key
  let contracts: Decimal?
  let marginAsset: String?
  let isIsolated: Bool
  let maintenanceMargin: Double?
  private let entryPrice: Decimal?
  private let marginMode: Leg.MarginMode?
  private let leverage: Decimal?
  private let venue: AccountPosition.VenueFigures

  /// Joins what is told; what comes first counts.
  ///
  /// - Parameters:
  ///   - rows: rows of one position.
  ///   - settings: what is chosen for the symbol, where only another answer tells.
  init(_ key: Key, _ rows: [JSONValue], settings: JSONValue?) throws(DecodingFault) {
    self.key = key
    contracts = try Self.contracts(of: rows, side: key.side)
    marginAsset = rows.lazy.compactMap { $0.string("marginAsset") }.first
    maintenanceMargin = try Self.first(rows) { row throws(DecodingFault) in try row.double("maintMargin") }
    let price = try Self.first(rows) { row throws(DecodingFault) in try row.decimal("entryPrice") }
    entryPrice = price.flatMap { $0 > 0 ? $0 : nil }
    let sources = rows + (settings.map { [$0] } ?? [])
    let chosen = try Self.first(sources) { row throws(DecodingFault) in try row.decimal("leverage") }
    leverage = chosen.flatMap { $0 > 0 ? $0 : nil }
    let profit = try Self.first(rows) { row throws(DecodingFault) in
      if let profit = try row.decimal("unRealizedProfit") { return profit }
      return try row.decimal("unrealizedProfit")
    }
    let isolated = try Self.isIsolated(sources)
    isIsolated = isolated == true
    marginMode = try Self.marginMode(isolated, rows, profit)
    venue = AccountPosition.VenueFigures(
      markPrice: try Self.first(rows) { row throws(DecodingFault) in try BinanceAnswer.price("markPrice", of: row) },
      liquidationPrice: try Self.first(rows) { row throws(DecodingFault) in
        try BinanceAnswer.price("liquidationPrice", of: row)
      }, maintenanceMargin: maintenanceMargin, unrealisedProfit: profit?.inexact)
  }

  /// The position under the name of its market.
  func position(of segment: BinanceSegment) -> AccountPosition {
    AccountPosition(
      instrument: InstrumentID(venue: segment.rawValue, symbol: key.symbol), contracts: contracts,
      entryPrice: entryPrice, marginMode: marginMode, leverage: leverage, venue: venue)
  }

  /// In hedge mode the side says the sign, whatever the amount's own is.
  private static func contracts(of rows: [JSONValue], side: String) throws(DecodingFault) -> Decimal? {
    let amount = try first(rows) { row throws(DecodingFault) in try row.decimal("positionAmt") }
    guard let amount else { return nil }
    switch side {
    case "LONG": return amount.magnitude
    case "SHORT": return 0 - amount.magnitude
    default: return amount
    }
  }

  private static func isIsolated(_ rows: [JSONValue]) throws(DecodingFault) -> Bool? {
    for row in rows {
      if let type = row.string("marginType") { return type.uppercased() == "ISOLATED" }
      if let flag = try row.flag("isolated") { return flag }
    }
    return nil
  }

  /// What stands behind an isolated position is its wallet; `isolatedMargin` has the unrealised profit in it.
  private static func marginMode(
    _ isIsolated: Bool?, _ rows: [JSONValue], _ profit: Decimal?
  ) throws(DecodingFault) -> Leg.MarginMode? {
    guard let isIsolated else { return nil }
    guard isIsolated else { return .cross }
    if let wallet = try first(rows, { row throws(DecodingFault) in try row.decimal("isolatedWallet") }) {
      return .isolated(margin: wallet)
    }
    let margin = try first(rows) { row throws(DecodingFault) in try row.decimal("isolatedMargin") }
    guard let margin, let profit else { return nil }
    return .isolated(margin: margin - profit)
  }

  private static func first<Value>(
    _ rows: [JSONValue], _ read: (JSONValue) throws(DecodingFault) -> Value?
  ) throws(DecodingFault) -> Value? {
    for row in rows {
      if let value = try read(row) { return value }
    }
    return nil
  }
}
