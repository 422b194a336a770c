/// How lines of a file are written.
public enum AlertFileFormat: String, Hashable, Sendable, CaseIterable {
  /// One JSON object a line.
  case json
  /// Words for people.
  case text
}
