/// The columns of the table `decision`.
///
/// One decision is one row, so a decision is written whole or not at all. Columns that its kind does not use are null.
/// Decimals are text in plain notation, because SQLite's own numbers are binary; instants are milliseconds since 1970.
enum DecisionColumn: String, CaseIterable {
  case at
  case strategy
  case kind
  case oldRatio = "old_ratio"
  case newRatio = "new_ratio"
  case legStrategy = "leg_strategy"
  case legVenue = "leg_venue"
  case legSymbol = "leg_symbol"
  case legAccount = "leg_account"
  case contracts
  case price
  case fee
  case oldContracts = "old_contracts"
  case oldEntryPrice = "old_entry_price"
  case newContracts = "new_contracts"
  case newEntryPrice = "new_entry_price"
  case alert
  case undone
  case mid
  case command
  case until

  /// Inserts one decision; the parameters are named as the columns. A number that is null is the next.
  static let insertion: String = {
    let names = ["id"] + allCases.map(\.rawValue)
    return "INSERT INTO decision (\(names.joined(separator: ", "))) VALUES (:\(names.joined(separator: ", :")))"
  }()

  /// Selects the decisions after a number, oldest first, of a table that has the columns `present`; those that a file of
  /// an older schema lacks are null.
  static func selection(present: Set<String> = Set(allCases.map(\.rawValue))) -> String {
    let columns = allCases.map { present.contains($0.rawValue) ? $0.rawValue : "NULL AS \($0.rawValue)" }
    return "SELECT id, \(columns.joined(separator: ", ")) FROM decision WHERE id > ? ORDER BY id"
  }
}
