import GRDB
import HedgeModel

extension Decision {
  /// The decisions numbered after `id`, oldest first.
  ///
  /// - Parameter present: the columns the table has; nil for those of the newest schema.
  /// - Throws: ``UnreadableRow`` at the first row that cannot be read, rather than leaving it out.
  static func all(in database: Database, after id: Int64, present: Set<String>?) throws -> [Decision] {
    var decisions: [Decision] = []
    try each(in: database, after: id, present: present) { decisions.append($0) }
    return decisions
  }

  /// Hands out the decisions numbered after `id`, oldest first, one by one.
  static func each(
    in database: Database, after id: Int64, present: Set<String>?, _ body: (Decision) throws -> Void
  ) throws {
    let sql = present.map { DecisionColumn.selection(present: $0) } ?? DecisionColumn.selection()
    let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: [id])
    while let row = try rows.next() { try body(try Decision(row: row)) }
  }
}
