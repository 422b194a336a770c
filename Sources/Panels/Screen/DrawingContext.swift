import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What every part of a screen is drawn with.
struct DrawingContext {
  let state: ScreenState
  /// What is on the display; nil before the first snapshot.
  let snapshot: HedgeSnapshot?
  /// The newest snapshot, which differs from ``snapshot`` while the display is held.
  let live: HedgeSnapshot?
  let theme: Theme
  let glyphs: GlyphSet

  /// How figures of the shown snapshot are written.
  var format: FigureFormat {
    FigureFormat(
      glyphs: glyphs, hidesBalances: state.hidesBalances, now: snapshot?.now ?? Timestamp(milliseconds: 0),
      currency: snapshot?.figures.currency ?? "USD")
  }

  /// Whether the keys go to the panels and not to something on top of them.
  var panelsHaveKeys: Bool { state.overlays.isEmpty }
}
