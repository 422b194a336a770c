import Alerting
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// A snapshot as plain text: what the panels say, one section below the other, without colours or control characters.
///
/// Stale figures carry their age, unknown ones are a dash, and the last section says why each is missing.
public struct StatusText {
  /// The text, with a line break at its end.
  public let text: String

  /// The status of a snapshot.
  ///
  /// - Parameters:
  ///   - glyphs: Unicode or ASCII signs.
  ///   - columns: width the tables may take, at least 60; the less important columns give way.
  ///   - hidesBalances: whether amounts and quantities are hidden.
  public init(
    _ snapshot: HedgeSnapshot, glyphs: GlyphSet = .unicode, columns: Int = 120, hidesBalances: Bool = false
  ) {
    let sections = StatusSections(
      snapshot: snapshot, glyphs: glyphs, columns: max(60, columns), hidesBalances: hidesBalances)
    text = sections.all.map { $0.map { $0.sanitised + "\n" }.joined() }.joined(separator: "\n")
  }
}
