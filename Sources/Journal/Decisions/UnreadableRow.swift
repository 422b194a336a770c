/// A row of the journal that does not say what a row of its kind must say.
struct UnreadableRow: Error, CustomStringConvertible {
  /// What the row holds.
  var table = "decision"
  /// The row's number.
  let id: Int64
  /// The column that is missing or wrong.
  let column: String

  var description: String { "is damaged (\(table) \(id) has no readable \(column))" }
}
