/// The text a row must contain, or with `!` before it must not; letters of either case are the same.
struct RowFilter: Hashable, Sendable {
  private let needle: String
  private let isInverse: Bool

  /// A filter from what the user typed; empty lets every row through.
  init(_ text: String) {
    isInverse = text.hasPrefix("!")
    needle = (isInverse ? String(text.dropFirst()) : text).lowercased()
  }

  /// Whether every row passes.
  var isEmpty: Bool { needle.isEmpty }

  /// Whether a row with this text is shown.
  func passes(_ text: @autoclosure () -> String) -> Bool {
    needle.isEmpty || text().lowercased().contains(needle) != isInverse
  }
}
