import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// The first row: whose hedge it is, against what, from which prices, and when.
struct HeaderBar {
  let context: DrawingContext
  private var columns: Int { context.state.size.columns }

  func draw(in area: Rect, on grid: inout Grid) {
    grid.fill(area, style: context.theme.style(.bar))
    let separator = Phrase(" \(context.glyphs.box.vertical) ", .divider)
    let inside = area.inset(columns: 1, rows: 0)
    let all = segments + (clock.map { [$0] } ?? [])
    let shown = BarSegment.fitting(all, columns: inside.columns, gap: separator.columns)
    let trailing = shown.last == clock ? clock : nil
    let phrases = shown.filter { $0 != clock }.map(\.phrases).joined(separator: [separator])
    grid.writePhrases(Array(phrases), at: inside.origin, theme: context.theme, maxColumns: inside.columns)
    grid.writeTrailing(trailing?.phrases ?? [], in: inside, theme: context.theme)
  }

  /// From left to right.
  private var segments: [BarSegment] {
    guard let snapshot = context.snapshot else {
      return [
        BarSegment(1, Phrase("hedgetop", .title)), BarSegment(0, Phrase("waiting for the first prices", .stale)),
      ]
    }
    return [BarSegment(9, Phrase("hedgetop", .title)), portfolios.name(snapshot.figures.name), portfolios.elsewhere]
      + [strategy(snapshot)] + frozen(snapshot)
      + breach(snapshot)
      + feeds(snapshot)
      + [benchmark(snapshot), hedge(snapshot), interval]
  }

  private var portfolios: PortfolioSegments {
    PortfolioSegments(choice: context.state.portfolios, context: context, columns: columns)
  }

  /// Which strategy is shown, of what kind, which of how many, and the key for the next; nothing of the only one that
  /// is a plain hedge.
  private func strategy(_ snapshot: HedgeSnapshot) -> BarSegment {
    let strategies = snapshot.figures.strategies
    guard !strategies.isEmpty else { return BarSegment(1, []) }
    let index = Screen.strategyIndex(context.state, snapshot)
    let shown = strategies[index]
    guard strategies.count > 1 || shown.kind != .spotHedge else { return BarSegment(1, []) }
    let room = max(12, columns / 5)
    var phrases = [Phrase(shown.name.truncated(toColumns: room, ellipsis: context.glyphs.ellipsis), .title)]
    if columns >= 70 { phrases.append(Phrase(" \(shown.kind.words)")) }
    if strategies.count > 1 {
      phrases += [Phrase(" \(index + 1)/\(strategies.count) ", .label), Phrase("t", .key)]
    }
    return BarSegment(0, phrases)
  }

  private func frozen(_ snapshot: HedgeSnapshot) -> [BarSegment] {
    guard context.state.frozen != nil else { return [] }
    let age = (context.live?.now ?? snapshot.now) - snapshot.now
    return [BarSegment(0, Phrase(" FROZEN \(context.format.duration(age)) ", .notLive))]
  }

  /// How the feeds fare: one by its label and state, several by how many are live and the worst of the others.
  private func feeds(_ snapshot: HedgeSnapshot) -> [BarSegment] {
    let segment = FeedSegment(feeds: snapshot.feeds, now: snapshot.now, format: context.format, columns: columns)
    return [BarSegment(segment.isCalm ? 2 : 0, segment.phrases)]
  }

  /// That the drift is beyond the band, with the drift; nothing while it is not.
  private func breach(_ snapshot: HedgeSnapshot) -> [BarSegment] {
    let strategies = snapshot.figures.strategies
    guard !strategies.isEmpty else { return [] }
    let figures = strategies[Screen.strategyIndex(context.state, snapshot)].netBeta
    guard figures.verdict == .breach, let drift = figures.drift.value else { return [] }
    let words = " \(context.glyphs.warning) BREACH \(context.format.beta(drift, sign: .both)) "
    return [BarSegment(0, Phrase(words, .breach, emphasis: [.bold, .reverse]))]
  }

  private func benchmark(_ snapshot: HedgeSnapshot) -> BarSegment {
    let figures = snapshot.figures
    let format = context.format
    return BarSegment(
      4, Phrase("\(figures.benchmark.label) ", .label), format.agedPhrase(figures.benchmarkPrice) { format.price($0) },
      Phrase(" "),
      format.phrase(figures.benchmarkChange, role: FigureFormat.profitRole) {
        format.percentage($0, decimals: 2, sign: .both)
      })
  }

  private func hedge(_ snapshot: HedgeSnapshot) -> BarSegment {
    let strategies = snapshot.figures.strategies
    guard !strategies.isEmpty else { return BarSegment(1, []) }
    let strategy = strategies[Screen.strategyIndex(context.state, snapshot)]
    let format = context.format
    return BarSegment(
      3, Phrase(strategy.policy.aim.label, .label), Phrase(strategy.policy.aim.value.description, .target),
      Phrase(" target ", .label), format.phrase(strategy.netBeta.target) { format.beta($0, sign: .both) })
  }

  /// Only an interval other than the usual one is worth its room.
  private var interval: BarSegment {
    guard context.state.refreshInterval != 1000 else { return BarSegment(8, []) }
    let seconds = Double(context.state.refreshInterval) / 1000
    return BarSegment(8, Phrase("every \(context.format.fixed(seconds, decimals: 1)) s", .label))
  }

  /// At the right edge.
  private var clock: BarSegment? {
    context.snapshot.map { BarSegment(7, Phrase(ClockText.dayAndTime($0.now), .label)) }
  }
}

extension HedgePolicy.Aim {
  /// What stands before its value: `H ` or `aim `.
  fileprivate var label: String { if case .hedgeRatio = self { "H " } else { "aim " } }
}
