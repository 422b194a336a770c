import FoundationEssentials
import HedgeModel
import MarketData

/// What answers about an account mean.
struct DeribitAccountDecoder {
  let venue: String
  let instruments: [String: Instrument]

  /// The currencies the account holds anything in.
  static func currencies(_ summaries: JSONValue) throws(DecodingFault) -> [String] {
    var currencies: [String] = []
    for row in rows(summaries) {
      let amounts = [try row.needDecimal("equity"), try row.needDecimal("balance")]
      if amounts != [0, 0] { currencies.append(try row.needString("currency")) }
    }
    return currencies
  }

  /// The account of `get_account_summaries` and `get_positions`.
  ///
  /// The venue pays out profit each day while the average price stays: its own balance holds profit that the positions
  /// seem still to have. The wallet here is equity less the whole profit since the average prices.
  func snapshot(
    _ summaries: JSONValue, positions list: JSONValue, at now: Timestamp
  ) throws(DecodingFault) -> AccountSnapshot {
    var positions: [AccountPosition] = []
    var profits: [String: Decimal] = [:]
    var hasOthers = false
    for row in list.elements {
      guard row["kind"].map({ $0.equals("future") }) ?? true else {
        if try row.decimal("size") != 0 { hasOthers = true }
        continue
      }
      let position = try position(row)
      if position.contracts == 0 { continue }
      positions.append(position)
      profits[settlement(of: position.instrument.symbol), default: 0] += try row.needDecimal("total_profit_loss")
    }
    var balances: [Asset: Decimal] = [:]
    for row in Self.rows(summaries) {
      let currency = try row.needString("currency")
      let wallet = try row.needDecimal("equity") - (profits[currency] ?? 0)
      if wallet != 0 { balances[Asset(currency)] = wallet }
    }
    return AccountSnapshot(
      at: now, balances: balances, positions: positions, margin: try Self.margin(summaries, besidesOthers: hasOthers))
  }

  private static func rows(_ summaries: JSONValue) -> [JSONValue] {
    Array((summaries["summaries"] ?? summaries).elements)
  }

  /// The margin of the one currency that has any: the venue reckons each by itself. With several there is no sum.
  ///
  /// - Parameter hasOthers: there are positions that are no futures. What they tie up is part of the maintenance
  ///   margin, so that of the futures is not known.
  private static func margin(
    _ summaries: JSONValue, besidesOthers hasOthers: Bool
  ) throws(DecodingFault) -> AccountMargin {
    var used: [JSONValue] = []
    for row in rows(summaries) where try row.double("maintenance_margin") ?? 0 > 0 { used.append(row) }
    if used.isEmpty { for row in rows(summaries) where try row.needDouble("equity") != 0 { used.append(row) } }
    guard used.count == 1, let row = used.first else { return AccountMargin() }
    let maintenance = try row.double("maintenance_margin")
    let equity = try row.needDouble("equity")
    let balance = try row.double("margin_balance") ?? equity
    return AccountMargin(
      equity: balance, maintenanceMargin: hasOthers ? nil : maintenance,
      ratio: maintenance.flatMap { balance > 0 ? $0 / balance : nil }, unit: try row.needString("currency"))
  }

  /// Sizes are dollars of inverse futures, coins of linear ones.
  private func position(_ row: JSONValue) throws(DecodingFault) -> AccountPosition {
    let size = try row.decimal("size").map { size in
      row["direction"]?.equals("sell") == true ? -abs(size) : size
    }
    return AccountPosition(
      instrument: InstrumentID(venue: venue, symbol: try row.needString("instrument_name")), contracts: size,
      entryPrice: try row.decimal("average_price").flatMap { $0 > 0 ? $0 : nil }, marginMode: .cross,
      venue: AccountPosition.VenueFigures(
        markPrice: try row.double("mark_price").flatMap { $0 > 0 ? $0 : nil },
        liquidationPrice: try row.double("estimated_liquidation_price").flatMap { $0 > 0 ? $0 : nil },
        maintenanceMargin: try row.double("maintenance_margin"),
        unrealisedProfit: try row.double("total_profit_loss")))
  }

  /// What a future is paid in: by its specification, or else by its name: `BTC_USDC-…` in USDC, `BTC-…` in BTC.
  private func settlement(of symbol: String) -> String {
    if let instrument = instruments[symbol] { return instrument.settlement.symbol }
    let pair = symbol.prefix { $0 != "-" }
    return String(pair.split(separator: "_").last ?? pair)
  }

  /// Funding in rows of the transaction log; each bears what accrued since the row before.
  func payments(_ logs: JSONValue) throws(DecodingFault) -> [FundingPayment] {
    var payments: [FundingPayment] = []
    for row in logs.elements {
      guard let amount = try row.decimal("interest_pl"), amount != 0, let name = row.string("instrument_name") else {
        continue
      }
      payments.append(
        FundingPayment(
          instrument: InstrumentID(venue: venue, symbol: name),
          at: Timestamp(milliseconds: try row.needInteger("timestamp")), amount: amount,
          asset: Asset(try row.needString("currency"))))
    }
    return payments
  }
}
