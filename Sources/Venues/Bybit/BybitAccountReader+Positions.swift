import FoundationEssentials
import HedgeModel
import MarketData

extension BybitAccountReader {
  /// The position in a row; nil for one that is flat, which the venue lists where both sides can be held.
  func position(
    _ row: JSONValue, _ category: BybitCategory, _ accountMode: String?
  ) throws(DecodingFault) -> AccountPosition? {
    let size = try row.decimal("size")
    if size == 0 { return nil }
    return AccountPosition(
      instrument: InstrumentID(venue: category.venue, symbol: try row.needString("symbol")),
      contracts: size.flatMap { signed($0, row) }, entryPrice: try positive(row.decimal("avgPrice")),
      marginMode: try marginMode(row, accountMode), leverage: try positive(row.decimal("leverage")),
      venue: AccountPosition.VenueFigures(
        markPrice: try row.positiveDouble("markPrice"), liquidationPrice: try row.positiveDouble("liqPrice"),
        maintenanceMargin: try row.double("positionMM"), unrealisedProfit: try row.double("unrealisedPnl")))
  }

  /// The venue gives size and side apart; a size without a side may be either.
  private func signed(_ size: Decimal, _ row: JSONValue) -> Decimal? {
    switch row.string("side") {
    case "Buy": size.magnitude
    case "Sell": -size.magnitude
    default: nil
    }
  }

  /// The mode is the account's; a position of an account that has both says so itself. Nil where neither tells.
  private func marginMode(_ row: JSONValue, _ accountMode: String?) throws(DecodingFault) -> Leg.MarginMode? {
    let tradeMode = try row.integer("tradeMode")
    let isIsolated = accountMode == "ISOLATED_MARGIN" || tradeMode == 1
    if isIsolated { return try positive(row.decimal("positionBalance")).map { .isolated(margin: $0) } }
    return accountMode == nil ? nil : .cross
  }

  private func positive(_ value: Decimal?) -> Decimal? { value.flatMap { $0 > 0 ? $0 : nil } }
}
