import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// How figures are written on one screen: its signs, its clock, and whether amounts are hidden.
///
/// Nothing here computes; a value that is not finite is written as unknown, never as a number.
struct FigureFormat: Sendable {
  /// Unicode or ASCII signs.
  let glyphs: GlyphSet
  /// Whether amounts and quantities are hidden.
  let hidesBalances: Bool
  /// The instant ages and countdowns are counted to.
  let now: Timestamp
  /// The currency of amounts.
  let currency: Asset

  /// The format of a snapshot shown in a context.
  init(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    self.init(
      glyphs: context.glyphs, hidesBalances: context.hidesBalances, now: snapshot.now,
      currency: snapshot.figures.currency)
  }

  /// A format; see the properties.
  init(glyphs: GlyphSet, hidesBalances: Bool = false, now: Timestamp, currency: Asset = "USD") {
    self.glyphs = glyphs
    self.hidesBalances = hidesBalances
    self.now = now
    self.currency = currency
  }

  /// The minus sign: a real one where there is one.
  var minus: String { glyphs.isASCII ? "-" : "−" }

  /// What stands for a hidden amount.
  var hidden: String { glyphs.isASCII ? "***" : "•••" }

  /// What stands between two clauses.
  var separator: String { " \(glyphs.middleDot) " }
}

/// Which signs a number is written with.
enum SignRule: Hashable, Sendable {
  /// Minus before negative numbers.
  case negative
  /// Plus or minus; none before a number that rounds to zero.
  case both
}
