import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of net beta says.
struct BetaPresentation {
  /// The strategy shown.
  let strategy: StrategyFigures
  /// How figures are written.
  let format: FigureFormat
  /// The past of the strategy; nil before the first sample.
  let history: StrategyHistory?
  /// Why no decision may be made now; nil when one may.
  let lock: String?
  /// Reviews that are due.
  let reviews: [DueReview]
  let benchmark: String

  /// What to say of the strategy in `context`; nil when there is none.
  init?(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    guard let strategy = snapshot.strategy(context) else { return nil }
    self.strategy = strategy
    format = FigureFormat(snapshot, context)
    history = snapshot.histories[strategy.name]
    lock = snapshot.decisionLocks[strategy.name]
    reviews = snapshot.dueReviews[strategy.name] ?? []
    benchmark = snapshot.benchmarkName
  }

  private var figures: NetBetaFigures { strategy.netBeta }

  /// The drift and its verdict.
  var summary: PanelSummary {
    let drift = figures.drift.value.map { format.beta($0, sign: .both) } ?? format.glyphs.unknown
    switch state {
    case .calm: return PanelSummary("\(drift) in band", role: .calm)
    case .breach: return PanelSummary("\(format.glyphs.warning) BREACH \(drift) \(side)", role: .breach)
    case .stale: return PanelSummary("STALE \(age) \(drift)", role: .stale)
    case .unknown: return PanelSummary("\(format.glyphs.unknown) unknown", role: .unknown)
    }
  }

  /// How much the needle can be trusted.
  var state: GaugeWidget.State {
    guard let drift = figures.drift.value, !drift.isNaN else { return .unknown }
    return switch figures.verdict {
    case .inBand: .calm
    case .breach: .breach
    case .stale: .stale
    case .unknown: .unknown
    }
  }

  /// `under-hedged` when net beta lies above its target, `over-hedged` below, `on target` when neither to four
  /// decimals; `above target` and `below target` of what is no hedge of coins.
  var side: String {
    guard let drift = figures.drift.value, drift.magnitude >= 0.00005 else { return Self.onTarget }
    guard StrategyWords.hedgesCoins(strategy) else { return drift > 0 ? "above target" : "below target" }
    return drift > 0 ? "under-hedged" : "over-hedged"
  }

  private static let onTarget = "on target"

  /// The gauge with its words.
  var gauge: GaugeWidget {
    let format = format
    return GaugeWidget(
      drift: figures.drift.value, band: figures.band, state: state, captions: captions,
      breachWords: [
        " BREACH \(side) \(figures.drift.value.map { format.beta($0, sign: .both) } ?? "") ", " BREACH \(side) ",
        "BREACH \(side)", " BREACH ", "BREACH",
      ]
    ) { format.fixed($0, decimals: 2, sign: .both) }
  }

  /// The verdict in words, most important first, in full and ever shorter.
  var captions: [[[Phrase]]] {
    let glyphs = format.glyphs
    let band = [Phrase("band \(glyphs.plusMinus)\(format.fixed(figures.band, decimals: 2))", .label)]
    let drift = format.phrase(figures.drift) { format.beta($0, sign: .both) }
    let sides = excess.isEmpty ? [""] : ["\(excess) of \(benchmark)", excess, ""]
    switch state {
    case .calm:
      return [[[Phrase("in band", .calm)], [Phrase("drift ", .label), drift], [Phrase(side + sides[0])], band, noise]]
        + sides.map { [[Phrase("in band ", .calm), drift], [Phrase(side + $0)], band] }
    case .breach:
      let word = Phrase("\(glyphs.warning) BREACH", .breach, emphasis: [.bold, .reverse])
      let value = Phrase(drift.text, .breach, emphasis: .bold)
      return [[[word, Phrase(" drift ", .label), value], [Phrase(side + sides[0], .breach)], band, noise]]
        + sides.map { [[word, Phrase(" "), value], [Phrase(side + $0, .breach)], band] }
    case .stale:
      let word = Phrase("\(glyphs.warning) STALE \(age)", .stale, emphasis: [.bold, .reverse])
      return [[[word], [Phrase("last drift ", .label), drift], [Phrase(side, .stale)], band]]
    case .unknown:
      return [[[Phrase("\(glyphs.unknown) drift unknown: \(reason)", .unknown)], band]]
    }
  }

  /// ` by $5,964`: the benchmark's value hedged too little or too much; empty when unknown, nothing or hidden.
  private var excess: String {
    guard let value = figures.driftValue.value?.ifFinite, side != Self.onTarget, !format.hidesBalances else {
      return ""
    }
    return " by \(format.money(value.magnitude))"
  }

  /// Said when the verdict may be chance.
  private var noise: [Phrase] {
    guard figures.isWithinNoise.value == true, let error = figures.driftStandardError.value else { return [] }
    return [Phrase("within noise (s.e. \(format.beta(error)))", .label)]
  }

  private var age: String {
    format.staleAge(figures.drift.provenance).map { format.shortDuration($0) } ?? ""
  }

  private var reason: String {
    if case .unknown(let reason) = figures.verdict { return reason.detail }
    return figures.drift.unknownReason?.detail ?? "not a number"
  }
}
