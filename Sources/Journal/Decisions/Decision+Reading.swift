import FoundationEssentials
import GRDB
import HedgeModel

extension Decision {
  /// The decision a row holds.
  ///
  /// - Throws: ``UnreadableRow`` when a column its kind needs is missing or is not what it must be.
  init(row: Row) throws(UnreadableRow) {
    let row = RowReader(row: row)
    self.init(
      id: row.id, at: Timestamp(milliseconds: try row.integer(.at)), strategy: try row.text(.strategy),
      change: try row.change(), command: try row.optionalText(.command))
  }
}

/// Reads the columns of one row, naming the one that is wrong.
private struct RowReader {
  let row: Row
  let id: Int64

  init(row: Row) {
    self.row = row
    self.id = row["id"]
  }

  func change() throws(UnreadableRow) -> Decision.Change {
    switch DecisionKind(rawValue: try text(.kind)) {
    case .hedgeRatio: .hedgeRatio(old: try decimal(.oldRatio), new: try decimal(.newRatio))
    case .netBeta: .netBeta(old: try decimal(.oldRatio), new: try decimal(.newRatio))
    case .fill: .fill(try fill())
    case .review: .review
    case .acknowledgement: .acknowledgement(alert: try text(.alert))
    case .snooze: .snooze(alert: try text(.alert), until: Timestamp(milliseconds: try integer(.until)))
    case .undo: .undo(id: try integer(.undone))
    case nil: throw unreadable(.kind)
    }
  }

  func fill() throws(UnreadableRow) -> Fill {
    let instrument = InstrumentID(venue: try text(.legVenue), symbol: try text(.legSymbol))
    let account = AccountID(try text(.legAccount))
    return Fill(
      leg: LegID(strategy: try text(.legStrategy), instrument: instrument, account: account),
      contracts: try decimal(.contracts), price: try decimal(.price), mid: try optionalDecimal(.mid),
      fee: try optionalDecimal(.fee),
      oldContracts: try decimal(.oldContracts), oldEntryPrice: try optionalDecimal(.oldEntryPrice),
      newContracts: try decimal(.newContracts), newEntryPrice: try optionalDecimal(.newEntryPrice))
  }

  func integer(_ column: DecisionColumn) throws(UnreadableRow) -> Int64 {
    guard let value = Int64.fromDatabaseValue(row[column.rawValue]) else { throw unreadable(column) }
    return value
  }

  func text(_ column: DecisionColumn) throws(UnreadableRow) -> String {
    guard let value = String.fromDatabaseValue(row[column.rawValue]) else { throw unreadable(column) }
    return value
  }

  func optionalText(_ column: DecisionColumn) throws(UnreadableRow) -> String? {
    let value: DatabaseValue = row[column.rawValue]
    return value.isNull ? nil : try text(column)
  }

  func decimal(_ column: DecisionColumn) throws(UnreadableRow) -> Decimal {
    guard let value = try optionalDecimal(column) else { throw unreadable(column) }
    return value
  }

  func optionalDecimal(_ column: DecisionColumn) throws(UnreadableRow) -> Decimal? {
    let value: DatabaseValue = row[column.rawValue]
    if value.isNull { return nil }
    guard let text = String.fromDatabaseValue(value), let decimal = Decimal(exactly: text) else {
      throw unreadable(column)
    }
    return decimal
  }

  func unreadable(_ column: DecisionColumn) -> UnreadableRow { UnreadableRow(id: id, column: column.rawValue) }
}
