import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of the market's regime says.
struct RegimePresentation {
  /// How the coins move; nil while nobody has looked.
  let study: Reading<MarketStudy>?
  /// Books and coins after filter and sort.
  let rows: [RegimeRow]
  /// All of them.
  let all: [RegimeRow]
  /// How figures are written.
  let format: FigureFormat
  private let benchmark: String

  /// Names of the sort columns.
  static let sortColumns = ["Name", "Volatility", "Effectiveness"]

  /// What to say of the market of a snapshot.
  init(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    study = snapshot.studies.market
    format = FigureFormat(snapshot, context)
    benchmark = snapshot.benchmarkName
    let effectiveness = snapshot.studies.effectiveness ?? [:]
    let books = snapshot.figures.strategies.flatMap { strategy in
      effectiveness[strategy.name].map { RegimeRow.books(strategy.name, $0) } ?? []
    }
    all = books + (snapshot.studies.market?.value.map(RegimeRow.coins) ?? [])
    rows = RowOrder.arrange(all, context, text: \.name, key: Self.key)
  }

  /// How the market moves.
  var regime: Reading<MarketRegime>? { study.map { $0.flatMap(\.regime) } }

  /// The average correlation of the newest window; nil when there is none.
  var average: Double? { study?.value?.averages.last?.ifFinite }

  /// The word with the average correlation.
  var summary: PanelSummary {
    if let missing = RiskWords.missing(study, format) { return missing.summary }
    let number = average.map { ", \(rho) \(RiskWords.correlation($0, format))" } ?? ""
    guard let regime = regime?.value else {
      return PanelSummary("\(format.glyphs.unknown) unknown\(number)", role: .unknown)
    }
    return PanelSummary(mark(regime.word) + regime.word.rawValue + number, role: Self.role(regime.word))
  }

  /// The word as it is meant, with a mark unless it is calm.
  func word(_ word: MarketRegime.Word) -> Phrase {
    Phrase(mark(word) + word.rawValue.uppercased(), Self.role(word), emphasis: .bold)
  }

  /// The letter correlations are written with.
  private var rho: String { "ρ".ascii(if: format.glyphs.isASCII, "r") }

  private func mark(_ word: MarketRegime.Word) -> String { word == .calm ? "" : "\(format.glyphs.warning) " }

  /// The look of a word.
  static func role(_ word: MarketRegime.Word) -> ThemeRole { word == .calm ? .calm : .warning }

  /// The word and what it means.
  var headline: [[Phrase]] {
    if let missing = RiskWords.missing(regime, format) { return [[Phrase("Regime ", .label), missing]] }
    guard let regime = regime?.value else { return [] }
    return [[word(regime.word)], [Phrase(meaning(regime.word))]]
  }

  private func meaning(_ word: MarketRegime.Word) -> String {
    switch word {
    case .calm: "correlations as usual"
    case .stress: "correlations \(format.glyphs.arrow) 1"
    case .decoupling: "coins go their own ways"
    }
  }

  /// What follows from the word for a hedge; nothing from calm.
  var consequence: [Phrase] {
    switch regime?.value?.word {
    case .stress: [Phrase("what was diversified no longer is", .label)]
    case .decoupling: [Phrase("a hedge in \(benchmark) covers less than its beta says", .label)]
    case .calm, nil: []
    }
  }

  /// The rule that decided, with its numbers and limits.
  var rule: [[Phrase]] { regime?.value.map { rule(of: $0) } ?? [] }

  /// The rule that decided a regime, clause by clause.
  func rule(of regime: MarketRegime) -> [[Phrase]] {
    let (evidence, limits, glyphs) = (regime.evidence, regime.limits, format.glyphs)
    func number(_ value: Double) -> String { RiskWords.correlation(value, format) }
    let average = "average correlation \(number(evidence.average))"
    let words: [String] =
      switch regime.rule {
      case .correlationsNearOne: ["\(average) \(glyphs.atLeast) \(number(limits.nearOne))"]
      case .correlationsLow: ["\(average) \(glyphs.atMost) \(number(limits.low))"]
      case .highAndAgitated:
        [average] + percentile(evidence, " (\(glyphs.atLeast) \(percent(limits.highPercentile)))")
          + agitation(evidence, " (\(glyphs.atLeast) \(times(limits.agitated)))")
      case .lowForItsHistory:
        [average] + percentile(evidence, " (\(glyphs.atMost) \(percent(limits.lowPercentile)))")
          + distance(evidence, " (\(glyphs.atLeast) \(number(limits.distance)))")
      case .nothingUnusual:
        [average, "between \(number(limits.low)) and \(number(limits.nearOne))"] + percentile(evidence)
          + agitation(evidence)
      }
    return words.enumerated().map { ($0.offset == 0 ? [Phrase("Rule ", .label)] : []) + [Phrase($0.element)] }
  }

  private func percentile(_ evidence: RegimeEvidence, _ limit: String = "") -> [String] {
    evidence.percentile.map { ["above \(percent($0)) of its history\(limit)"] } ?? []
  }

  private func agitation(_ evidence: RegimeEvidence, _ limit: String = "") -> [String] {
    evidence.volatilityRatio.map { ["\(benchmark) moves \(times($0)) as usual\(limit)"] } ?? []
  }

  private func distance(_ evidence: RegimeEvidence, _ limit: String) -> [String] {
    evidence.median.map { ["\(RiskWords.correlation($0 - evidence.average, format)) below its median\(limit)"] } ?? []
  }

  private func percent(_ share: Double) -> String { format.percentage(share, decimals: 0) }
  private func times(_ ratio: Double) -> String { format.fixed(ratio, decimals: 1) + format.glyphs.times }

  /// Why figures are missing.
  var notes: [Phrase] {
    var notes = UnknownNotes()
    for row in all { notes.note(row.volatility.unknownReason) }
    return notes.phrases(format)
  }

  private static func key(_ row: RegimeRow, _ column: Int) -> SortKey {
    switch column {
    case 0: .text(row.name)
    case 1: .number(row.volatility.value)
    default: .number(row.effectiveness?.value?.effectiveness)
    }
  }
}
