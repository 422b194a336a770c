import TerminalCells

/// How much either side takes from the other, so that neither can fill the other's memory.
public enum WireLimit {
  /// Bytes of one text: a paste, a path, words.
  public static let text = 48 * 1024
  /// Bytes of a message of a viewer.
  public static let viewerMessage = 64 * 1024
  /// Bytes of a message to a viewer: a whole picture of the largest size, each cell in a style of its own, fits.
  public static let hostMessage = 4 * 1024 * 1024
  /// The largest picture; of a larger terminal the upper left part is used.
  public static let size = Size(columns: 500, rows: 200)

  /// The size clamped to what can be shown.
  public static func clamped(_ size: Size) -> Size {
    Size(columns: min(max(0, size.columns), Self.size.columns), rows: min(max(0, size.rows), Self.size.rows))
  }
}
