/// A place in the text of a configuration, counted as editors count: from 1, in characters.
public struct SourceLocation: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Line, from 1.
  public let line: Int
  /// Column, from 1, in Unicode scalars.
  public let column: Int

  /// A place; see the properties.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first character of the text.
  public static let start = SourceLocation(line: 1, column: 1)

  /// `line:column`.
  public var description: String { "\(line):\(column)" }

  /// By line, then by column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
