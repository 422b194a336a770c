import FoundationEssentials
import HedgeModel
import MarketData

/// What answers about an address mean.
struct HyperliquidAccountDecoder {
  let venue: String

  /// The account of `clearinghouseState` and `spotClearinghouseState`.
  func snapshot(_ state: JSONValue, spot: JSONValue, at now: Timestamp) throws(DecodingFault) -> AccountSnapshot {
    let rows = try state.need("assetPositions").elements.map { $0["position"] ?? $0 }
    var positions: [AccountPosition] = []
    var crossProfit: Decimal = 0
    for row in rows {
      let position = try position(row)
      if position.contracts != 0 { positions.append(position) }
      if position.marginMode == .cross { crossProfit += try row.decimal("unrealizedPnl") ?? 0 }
    }
    let cross = try state.need("crossMarginSummary")
    let wallet = try cross.needDecimal("accountValue") - crossProfit
    return AccountSnapshot(
      at: try state.milliseconds("time") ?? now, balances: wallet == 0 ? [:] : [HyperliquidMarket.collateral: wallet],
      spotBalances: try spotBalances(spot), positions: positions, margin: try margin(state, cross))
  }

  private func margin(_ state: JSONValue, _ cross: JSONValue) throws(DecodingFault) -> AccountMargin {
    let equity = try cross.needDouble("accountValue")
    let maintenance = try state.double("crossMaintenanceMarginUsed")
    let ratio = maintenance.flatMap { equity > 0 ? $0 / equity : nil }
    return AccountMargin(
      equity: equity, maintenanceMargin: maintenance, ratio: ratio, unit: HyperliquidMarket.collateral.symbol)
  }

  private func position(_ row: JSONValue) throws(DecodingFault) -> AccountPosition {
    let size = try row.decimal("szi")
    let leverage = row["leverage"]
    let value = try row.double("positionValue")
    let mark = value.flatMap { value in size.flatMap { $0 == 0 ? nil : value / abs($0.inexact) } }
    return AccountPosition(
      instrument: InstrumentID(venue: venue, symbol: try row.needString("coin")), contracts: size,
      entryPrice: try row.decimal("entryPx"), marginMode: try Self.mode(row, leverage?["type"]),
      leverage: try leverage?.decimal("value"),
      venue: AccountPosition.VenueFigures(
        markPrice: mark.flatMap { $0 > 0 ? $0 : nil },
        liquidationPrice: try row.double("liquidationPx").flatMap { $0 > 0 ? $0 : nil },
        unrealisedProfit: try row.double("unrealizedPnl")))
  }

  /// What stands behind an isolated position is told with its unrealised profit, which is taken off.
  private static func mode(_ row: JSONValue, _ type: JSONValue?) throws(DecodingFault) -> Leg.MarginMode? {
    guard let type else { return nil }
    if type.equals("cross") { return .cross }
    guard type.equals("isolated"), let used = try row.decimal("marginUsed") else { return nil }
    return .isolated(margin: used - (try row.needDecimal("unrealizedPnl")))
  }

  private func spotBalances(_ spot: JSONValue) throws(DecodingFault) -> [Asset: Decimal] {
    var balances: [Asset: Decimal] = [:]
    for row in try spot.need("balances").elements {
      let total = try row.needDecimal("total")
      if total != 0 { balances[Asset(try row.needString("coin"))] = total }
    }
    return balances
  }

  /// Payments of an answer to `userFunding`, oldest first; positive was received.
  func payments(_ answer: JSONValue) throws(DecodingFault) -> [FundingPayment] {
    var payments: [FundingPayment] = []
    for row in answer.elements {
      let delta = try row.need("delta")
      payments.append(
        FundingPayment(
          instrument: InstrumentID(venue: venue, symbol: try delta.needString("coin")),
          at: Timestamp(milliseconds: try row.needInteger("time")), amount: try delta.needDecimal("usdc"),
          asset: HyperliquidMarket.collateral))
    }
    return payments.sorted { $0.at < $1.at }
  }
}
