import FoundationEssentials
import HedgeModel

/// Reads the values of one table, reporting each that is not what it should be.
///
/// A getter gives nil both for a key that is absent and for one it has reported, so that reading goes on and every
/// mistake of a file is found at once. The keys it was asked for are the keys the table may have: ``finish()``
/// reports all others.
final class TableReader {
  let table: SourceTable
  let place: Place
  let issues: IssueCollector
  private var known: [String] = []

  init(_ table: SourceTable, place: Place, issues: IssueCollector) {
    self.table = table
    self.place = place
    self.issues = issues
  }

  /// What stands at `key`; from now on the table may have that key.
  func node(_ key: String) -> SourceNode? {
    known.append(key)
    return table[key]?.node
  }

  /// True when the table states `key`, rightly or not.
  func states(_ key: String) -> Bool { table[key] != nil }

  /// True when the table states `key` but its value was reported, so that nothing more need be said of it.
  func isReported(_ key: String, _ value: (some Any)?) -> Bool { states(key) && value == nil }

  /// Where the value of `key` stands; the table's own place when it states none.
  func place(_ key: String) -> Place {
    Place(path: place.path / key, location: table[key]?.node.location ?? place.location)
  }

  /// Reports the keys nobody asked for.
  func finish() {
    for entry in table.entries where !known.contains(entry.key) && !issues.isFull {
      let place = Place(path: place.path / entry.key, location: entry.keyLocation)
      let suggestion = Spelling.suggestion(for: entry.key, among: known)
      let all = Set(known).sorted().joined(separator: ", ")
      issues.error(
        place, suggestion == nil ? "unknown key; expected one of \(all)" : "unknown key", suggestion: suggestion)
    }
  }

  /// Reports that `key` is missing.
  func missing(_ key: String, _ remedy: String) {
    issues.error(Place(path: place.path / key, location: place.location), "missing; \(remedy)")
  }

  /// Reports what was found at `key` and what is expected there.
  func unexpected(_ node: SourceNode, _ key: String, expected: String, suggestion: String? = nil) {
    issues.error(place(key), "found \(node.found), expected \(expected)", suggestion: suggestion)
  }
}
