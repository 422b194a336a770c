/// A row of the journal that does not say what a decision of its kind must say.
struct UnreadableRow: Error, CustomStringConvertible {
  /// The row's number.
  let id: Int64
  /// The column that is missing or wrong.
  let column: String

  var description: String { "is damaged (decision \(id) has no readable \(column))" }
}
