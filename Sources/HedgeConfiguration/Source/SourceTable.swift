/// A table of a configuration, keys in the order they were written.
final class SourceTable {
  struct Entry {
    let key: String
    let keyLocation: SourceLocation
    let node: SourceNode
  }

  private(set) var entries: [Entry] = []
  private var positions: [String: Int] = [:]

  subscript(key: String) -> Entry? { positions[key].map { entries[$0] } }

  /// Adds an entry; false when the key is taken.
  func add(_ entry: Entry) -> Bool {
    guard positions.updateValue(entries.count, forKey: entry.key) == nil else { return false }
    entries.append(entry)
    return true
  }
}
