/// Where one field of a CSV row lies in the file.
struct CSVField: Hashable, Sendable {
  /// Offsets of the field's bytes, enclosing quotes left out.
  let bytes: Range<Int>
  /// Line of the file, from 1.
  let line: Int
  /// Position of its first byte in the line, from 1.
  let column: Int
  /// True when quotes inside it are doubled.
  let hasDoubledQuotes: Bool
}
