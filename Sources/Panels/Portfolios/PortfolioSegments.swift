import HedgeStore
import TerminalCells

/// What the header says of the portfolio shown and of those that are not.
struct PortfolioSegments {
  let choice: PortfolioChoice?
  let context: DrawingContext
  /// Columns of the screen.
  let columns: Int

  /// `Core`, of several `Core 1/3 Tab`.
  func name(_ name: String) -> BarSegment {
    guard let choice, choice.count > 1 else { return BarSegment(5, Phrase(name, .title)) }
    let room = max(8, columns / 6)
    var phrases = [
      Phrase(name.truncated(toColumns: room, ellipsis: context.glyphs.ellipsis), .title),
      Phrase(" \(choice.shown + 1)/\(choice.count)", .label),
    ]
    if columns >= 70 { phrases += [Phrase(" "), Phrase("Tab", .key)] }
    return BarSegment(0, phrases)
  }

  /// Portfolios elsewhere that call for a look: as many by name as a third of the row holds, the rest as a number.
  /// They stand beside the name and stay whatever else must go, so that what is not shown is not overlooked.
  var elsewhere: BarSegment {
    let concerns = choice?.concernsElsewhere ?? []
    guard let worst = concerns.first else { return BarSegment(1, []) }
    var phrases = mark(worst.portfolio.name, worst.concern)
    var named = 1
    for (portfolio, concern) in concerns.dropFirst() {
      let more = [Phrase(" ")] + mark(portfolio.name, concern)
      guard phrases.columns + more.columns <= max(24, columns / 3) else { break }
      phrases += more
      named += 1
    }
    if named < concerns.count { phrases.append(Phrase(" +\(concerns.count - named)", worst.concern.role)) }
    return BarSegment(0, phrases)
  }

  /// ` ⚠ Alpha BREACH ` filled with its look; one that has only no figures yet is told quietly.
  private func mark(_ name: String, _ concern: PortfolioSummary.Concern) -> [Phrase] {
    let shown = name.truncated(toColumns: max(8, columns / 8), ellipsis: context.glyphs.ellipsis)
    guard concern != .unknown else { return [Phrase("\(shown) \(concern.word)", concern.role)] }
    return [
      Phrase(" \(context.glyphs.warning) \(shown) \(concern.word) ", concern.role, emphasis: [.bold, .reverse])
    ]
  }
}
