import FoundationEssentials
import GRDB
import HedgeModel

/// Reads and writes what legs were paid. Decimals are text, as in decisions.
enum FundingTable {
  /// Keeps a payment; one that is known takes the values of now: a fill taken back changes what was held then.
  ///
  /// - Throws: ``UnrepresentableValue`` when a part would not be read back as it is.
  static func insert(_ payment: LegPayment, in database: Database) throws {
    let leg = payment.leg
    func exact(_ value: Decimal?, _ column: String) throws -> DatabaseValue {
      try value.map { try UnrepresentableValue.exactText($0, column).databaseValue } ?? .null
    }
    let sql = """
      INSERT OR REPLACE INTO funding_payment
        (strategy, venue, symbol, account, at, rate, contracts, mark, amount, currency)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    let names = try [leg.strategy, leg.instrument.venue, leg.instrument.symbol, leg.account.name].map {
      try UnrepresentableValue.wholeText($0, "leg").databaseValue
    }
    let numbers = [
      payment.time.milliseconds.databaseValue, try exact(payment.rate, "rate"),
      try exact(payment.contracts, "contracts"), try exact(payment.mark, "mark"),
      try exact(payment.amount, "amount"), payment.currency.symbol.databaseValue,
    ]
    try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(names + numbers))
  }

  /// The payments of a time, oldest first.
  static func payments(from since: Timestamp, to until: Timestamp, in database: Database) throws -> [LegPayment] {
    guard try database.tableExists("funding_payment") else { return [] }
    let sql = """
      SELECT * FROM funding_payment WHERE at >= ? AND at <= ? ORDER BY at, strategy, venue, symbol, account
      """
    return try Row.fetchAll(database, sql: sql, arguments: [since.milliseconds, until.milliseconds]).map { row in
      let leg = LegID(
        strategy: row["strategy"], instrument: InstrumentID(venue: row["venue"], symbol: row["symbol"]),
        account: AccountID(row["account"] as String))
      guard let rate = decimal(row, "rate"), let contracts = decimal(row, "contracts") else {
        throw UnreadableRow(table: "funding payment", id: row["at"], column: "rate or contracts")
      }
      return LegPayment(
        leg: leg, time: Timestamp(milliseconds: row["at"]), rate: rate, contracts: contracts,
        mark: decimal(row, "mark"), amount: decimal(row, "amount"), currency: Asset(row["currency"] as String))
    }
  }

  private static func decimal(_ row: Row, _ column: String) -> Decimal? {
    (row[column] as String?).flatMap { Decimal(exactly: $0) }
  }
}
