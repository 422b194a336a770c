/// What a piece of the screen means. Panels speak in roles; the theme decides how a role looks.
///
/// A role never stands alone for bad news: whatever is drawn in ``breach`` or ``warning`` also says so in words or
/// with a mark, because colour may be absent or invisible to the reader.
public enum ThemeRole: Hashable, Sendable, CaseIterable {
  /// Ordinary text and numbers.
  case text
  /// Labels, units, column headings: readable, but behind the numbers.
  case label
  /// Panel titles.
  case title
  /// The key to press, as in the footer and in panel titles.
  case key
  /// The header and footer bars.
  case bar
  /// The selected row.
  case selected
  /// What cannot be used now.
  case inactive
  /// Dividing lines inside a panel.
  case divider
  /// A gain, or money received.
  case gain
  /// A loss, or money paid.
  case loss
  /// All is well: in band, safely margined.
  case calm
  /// Near a limit.
  case warning
  /// Beyond a limit.
  case breach
  /// A value whose input is stale.
  case stale
  /// An unknown value's dash and its reason.
  case unknown
  /// A market that is not the real one now: SIMULATED, REPLAY.
  case notLive
  /// The band of the beta gauge and chart.
  case band
  /// The target mark of the beta gauge and chart.
  case target
}
