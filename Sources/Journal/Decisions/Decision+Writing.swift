import FoundationEssentials
import GRDB
import HedgeModel

extension Decision {
  /// Writes the decision as a row of its own.
  ///
  /// - Parameter id: its number; nil for the next.
  /// - Returns: the number it has.
  @discardableResult
  func insert(into database: Database, as id: Int64? = nil) throws -> Int64 {
    let columns = try columns()
    var arguments: [String: DatabaseValue] = ["id": id?.databaseValue ?? .null]
    for column in DecisionColumn.allCases { arguments[column.rawValue] = columns[column] ?? .null }
    try database.cachedStatement(sql: DecisionColumn.insertion).execute(arguments: StatementArguments(arguments))
    return database.lastInsertedRowID
  }

  /// The row of this decision, by column; columns its kind does not use are absent.
  ///
  /// - Throws: ``UnrepresentableValue`` when a part would not be read back as it is.
  func columns() throws(UnrepresentableValue) -> [DecisionColumn: DatabaseValue] {
    var row = RowWriter()
    row.values[.at] = at.milliseconds.databaseValue
    row.values[.kind] = DecisionKind(change).rawValue.databaseValue
    try row.set(.strategy, text: strategy)
    if let command { try row.set(.command, text: command) }
    switch change {
    case .hedgeRatio(let old, let new), .netBeta(let old, let new):
      try row.set(.oldRatio, decimal: old)
      try row.set(.newRatio, decimal: new)
    case .fill(let fill): try row.set(fill)
    case .review: break
    case .acknowledgement(let alert): try row.set(.alert, text: alert)
    case .snooze(let alert, let until):
      try row.set(.alert, text: alert)
      row.values[.until] = until.milliseconds.databaseValue
    case .undo(let id): row.values[.undone] = id.databaseValue
    }
    return row.values
  }
}

/// Collects the columns of one row, refusing what would not be read back.
private struct RowWriter {
  var values: [DecisionColumn: DatabaseValue] = [:]

  mutating func set(_ column: DecisionColumn, text: String) throws(UnrepresentableValue) {
    values[column] = try UnrepresentableValue.wholeText(text, column.rawValue).databaseValue
  }

  mutating func set(_ column: DecisionColumn, decimal: Decimal?) throws(UnrepresentableValue) {
    guard let decimal else { return }
    values[column] = try UnrepresentableValue.exactText(decimal, column.rawValue).databaseValue
  }

  mutating func set(_ fill: Fill) throws(UnrepresentableValue) {
    try set(.legStrategy, text: fill.leg.strategy)
    try set(.legVenue, text: fill.leg.instrument.venue)
    try set(.legSymbol, text: fill.leg.instrument.symbol)
    try set(.legAccount, text: fill.leg.account.name)
    try set(.contracts, decimal: fill.contracts)
    try set(.price, decimal: fill.price)
    try set(.mid, decimal: fill.mid)
    try set(.fee, decimal: fill.fee)
    try set(.oldContracts, decimal: fill.oldContracts)
    try set(.oldEntryPrice, decimal: fill.oldEntryPrice)
    try set(.newContracts, decimal: fill.newContracts)
    try set(.newEntryPrice, decimal: fill.newEntryPrice)
  }
}
