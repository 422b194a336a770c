/// Finds import declarations in Swift text and holds them against the table.
enum ImportScan {
  private static let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]

  /// The modules that `source` imports, submodules by their module.
  static func modules(in source: String) -> [String] {
    source.split(whereSeparator: \.isNewline).flatMap { $0.split(separator: ";") }.compactMap { line in
      // Attributes and access levels may stand before the keyword: `@testable import`, `private import`.
      let words = line.prefix { $0 != "/" }.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), words[..<keyword].allSatisfy(isModifier) else { return nil }
      let names = words[(keyword + 1)...].drop { kinds.contains($0) }
      return names.first.map { String($0.prefix { $0 != "." }) }
    }
  }

  /// What the file at `path` below `Sources` imports and may not, in words.
  static func violations(path: String, source: String) -> [String] {
    let room = String(path.prefix { $0 != "/" })
    guard let allowed = ImportTable.modules(for: room) else { return ["\(path): the room \(room) is not in the table"] }
    return modules(in: source).compactMap { module in
      if module == "Foundation" {
        return ImportTable.wholeFoundation.contains(path)
          ? nil : "\(path) imports Foundation; FoundationEssentials is smaller"
      }
      return allowed.contains(module) ? nil : "\(path) imports \(module), which \(room) may not"
    }
  }

  private static func isModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
  }
}
