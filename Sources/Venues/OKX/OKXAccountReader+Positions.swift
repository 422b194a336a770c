import FoundationEssentials
import HedgeModel
import MarketData

extension OKXAccountReader {
  /// True of a row that is no future and not flat: a loan or an option.
  func isOther(_ row: JSONValue) throws(DecodingFault) -> Bool {
    if let type = row.string("instType").flatMap(OKXInstrumentType.init), type != .spot { return false }
    return try row.decimal("pos") != 0
  }

  /// The position in a row; nil for one that is flat, and for loans and options, which are no futures.
  func position(_ row: JSONValue) throws(DecodingFault) -> AccountPosition? {
    guard let type = row.string("instType").flatMap(OKXInstrumentType.init), type != .spot else { return nil }
    let size = try row.decimal("pos")
    if size == 0 { return nil }
    return AccountPosition(
      instrument: InstrumentID(venue: OKXMarket.venue, symbol: try row.needString("instId")),
      contracts: size.flatMap { signed($0, row) }, entryPrice: try positive(row.decimal("avgPx")),
      marginMode: try marginMode(row), leverage: try positive(row.decimal("lever")),
      openedAt: try row.milliseconds("cTime"),
      venue: AccountPosition.VenueFigures(
        markPrice: try row.positiveDouble("markPx"), liquidationPrice: try row.positiveDouble("liqPx"),
        maintenanceMargin: try row.double("mmr"), unrealisedProfit: try row.double("upl")))
  }

  /// Where both sides can be held their sizes are positive; where one can, the sign is the side.
  private func signed(_ size: Decimal, _ row: JSONValue) -> Decimal? {
    switch row.string("posSide") {
    case "net": size
    case "long": size.magnitude
    case "short": -size.magnitude
    default: nil
    }
  }

  private func marginMode(_ row: JSONValue) throws(DecodingFault) -> Leg.MarginMode? {
    switch row.string("mgnMode") {
    case "cross": .cross
    case "isolated": try positive(row.decimal("margin")).map { .isolated(margin: $0) }
    default: nil
    }
  }

  private func positive(_ value: Decimal?) -> Decimal? { value.flatMap { $0 > 0 ? $0 : nil } }
}
