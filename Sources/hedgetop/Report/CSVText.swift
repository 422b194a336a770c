import TerminalCells

/// A CSV table (RFC 4180, with line feeds). What is not known is an empty cell.
enum CSVText {
  /// One line. Control characters never reach it.
  static func row(_ cells: [String?]) -> String {
    cells.map { $0.map(cell) ?? "" }.joined(separator: ",") + "\n"
  }

  private static func cell(_ text: String) -> String {
    let text = text.sanitised
    guard text.contains(where: { $0 == "," || $0 == "\"" }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
