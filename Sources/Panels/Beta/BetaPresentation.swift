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
    case .stale: return PanelSummary("\(drift) stale \(age)", role: .stale)
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
  /// decimals.
  var side: String {
    guard let drift = figures.drift.value, drift.magnitude >= 0.00005 else { return "on target" }
    return drift > 0 ? "under-hedged" : "over-hedged"
  }

  /// The gauge with its words.
  var gauge: GaugeWidget {
    let format = format
    return GaugeWidget(
      drift: figures.drift.value, band: figures.band, state: state, caption: caption,
      breachWords: [
        " BREACH \(side) \(figures.drift.value.map { format.beta($0, sign: .both) } ?? "") ", " BREACH \(side) ",
        "BREACH \(side)", " BREACH ", "BREACH",
      ]
    ) { format.fixed($0, decimals: 2, sign: .both) }
  }

  /// The verdict in words, most important first.
  var caption: [[Phrase]] {
    let glyphs = format.glyphs
    let band = "band \(glyphs.plusMinus)\(format.fixed(figures.band, decimals: 2))"
    let drift = format.phrase(figures.drift) { format.beta($0, sign: .both) }
    switch state {
    case .calm:
      return [
        [Phrase("in band", .calm)], [Phrase("drift ", .label), drift], [Phrase(side)], [Phrase(band, .label)], noise,
      ]
    case .breach:
      return [
        [
          Phrase("\(glyphs.warning) BREACH", .breach, emphasis: [.bold, .reverse]), Phrase(" drift ", .label),
          Phrase(drift.text, .breach, emphasis: .bold),
        ], [Phrase(side, .breach)],
        [Phrase(band, .label)], noise,
      ]
    case .stale:
      return [
        [Phrase("STALE \(age)", .stale)], [Phrase("last drift ", .label), drift], [Phrase(side, .stale)],
        [Phrase(band, .label)],
      ]
    case .unknown:
      return [[Phrase("\(glyphs.unknown) drift unknown: \(reason)", .unknown)], [Phrase(band, .label)]]
    }
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
