/// The import table of the architecture page: markdown rows under the columns `target` and `may import`.
enum ArchitectureTable {
  /// Rooms that each room may import, from every such table in `markdown`.
  ///
  /// A cell holds names with commas between them, with or without backquotes; a dash is none, and `all of the above`
  /// every room of the rows before.
  static func rooms(in markdown: String) -> [String: Set<String>] {
    var rooms: [String: Set<String>] = [:]
    var columns: (target: Int, imports: Int)?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        columns = nil
        continue
      }
      let cells = line.split(separator: "|").map(names)
      if let target = cells.firstIndex(of: ["target"]), let imports = cells.firstIndex(of: ["may import"]) {
        columns = (target, imports)
      } else if let columns, cells.count > max(columns.target, columns.imports) {
        let imports = cells[columns.imports] == ["all of the above"] ? Array(rooms.keys) : cells[columns.imports]
        for room in cells[columns.target] { rooms[room] = Set(imports) }
      }
    }
    return rooms
  }

  /// The names in a cell, without backquotes, blanks and dashes.
  private static func names(_ cell: Substring) -> [String] {
    cell.split(separator: ",").compactMap { part in
      let words = part.filter { $0 != "`" }.split(separator: " ").joined(separator: " ")
      return words.allSatisfy { "-–—".contains($0) } ? nil : words
    }
  }
}
