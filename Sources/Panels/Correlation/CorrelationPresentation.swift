import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the heat map of correlations says.
struct CorrelationPresentation {
  /// How the coins move; nil while nobody has looked.
  let study: Reading<MarketStudy>?
  /// Places in the study's order of the coins that pass the filter; alike stand together.
  let shown: [Int]
  /// How figures are written.
  let format: FigureFormat

  /// What to say of the correlations of a snapshot.
  init(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    study = snapshot.studies.market
    format = FigureFormat(snapshot, context)
    let assets = study?.value?.assets ?? []
    shown = RowOrder.arrange(
      Array(assets.indices), context, text: { assets[$0].symbol }, key: { place, _ in .text(assets[place].symbol) })
  }

  /// Names of the sort columns.
  static let sortColumns = ["Coin"]

  /// The average.
  var summary: PanelSummary {
    if let missing = RiskWords.missing(study, format) { return missing.summary }
    guard let average = study?.value?.averageCorrelation.value else {
      return PanelSummary("\(format.glyphs.unknown) average unknown", role: .unknown)
    }
    return PanelSummary("average \(RiskWords.correlation(average, format))", role: .text)
  }

  /// The name of a coin.
  func name(_ place: Int) -> String { study?.value?.assets[place].symbol ?? "" }

  /// A correlation; nil for a coin with itself.
  func correlation(_ row: Int, _ column: Int) -> Double? {
    row == column ? nil : study?.value?.correlation(row, column)
  }

  /// How dark a correlation is drawn: nothing, a quarter, a half, three quarters, all. The first and the last step are
  /// where the regime's limits are by default.
  static func level(_ correlation: Double) -> Int {
    let limits = RegimeLimits()
    switch correlation.magnitude {
    case ..<limits.low: return 0
    case ..<0.5: return 1
    case ..<0.7: return 2
    case ..<limits.nearOne: return 3
    default: return 4
    }
  }

  /// The sign of a level.
  func shade(_ level: Int) -> Character {
    let shades: [Character] = format.glyphs.isASCII ? [" ", ".", "-", "+", "#"] : [" ", "░", "▒", "▓", "█"]
    return shades[min(max(0, level), shades.count - 1)]
  }

  /// A correlation in hundredths: `83`, `−12`.
  func digits(_ correlation: Double) -> String {
    guard correlation.isFinite else { return format.glyphs.unknown }
    let hundredths = Int((correlation * 100).rounded())
    return hundredths < 0 ? format.minus + String(-hundredths) : String(hundredths)
  }

  /// What the map is of: the average, how many coins, over how long, and what of it is in sight.
  func legend(_ map: CorrelationMap) -> [[Phrase]] {
    guard let study = study?.value else { return [] }
    let average = format.phrase(study.averageCorrelation) { RiskWords.correlation($0, format) }
    let coins =
      shown.count == study.assets.count ? "\(shown.count) coins" : "\(shown.count) of \(study.assets.count) coins"
    let sight = map.isWhole ? [] : [[Phrase(map.sight(of: shown.count, format), .text)]]
    // Names over columns of two letters tell little: what tells is the order.
    let key = [Phrase(map.form == .shades ? "columns in the order of the rows" : "hundredths", .label)]
    let facts = [
      [Phrase("average ", .label), average], [Phrase(coins, .label)], [Phrase(format.period(study.span), .label)],
    ]
    return sight + (map.form == .shades ? [key] + facts : facts + [key]) + [[Phrase("alike together", .label)]]
  }

  /// The correlations of one coin with the others and their 95 % intervals, the highest first; the average of all when
  /// the key is empty.
  func details(of key: String) -> [DetailLine] {
    guard let study = study?.value else { return [] }
    guard let place = study.assets.firstIndex(where: { $0.symbol == key }) else {
      return key.isEmpty
        ? [DetailLine("Average correlation", study.averageCorrelation, format) { RiskWords.correlation($0, format) }]
        : []
    }
    func size(_ other: Int) -> Double { study.correlation(place, other).ifFinite ?? -2 }
    let others = study.assets.indices.filter { $0 != place }.sorted { (size($0), $1) > (size($1), $0) }
    return others.map { DetailLine("with \(name($0))", interval(study, place, $0)) }
  }

  private func interval(_ study: MarketStudy, _ first: Int, _ second: Int) -> String {
    let value = study.correlation(first, second)
    guard value.isFinite else { return format.glyphs.unknown }
    guard let interval = study.interval(first, second) else { return RiskWords.correlation(value, format) }
    let ends = [interval.lower, interval.upper].map { RiskWords.correlation($0, format) }
    return "\(RiskWords.correlation(value, format)) (\(ends[0]) to \(ends[1]))"
  }

  /// Why correlations are missing.
  var notes: [Phrase] {
    var notes = UnknownNotes()
    notes.note(study?.value?.averageCorrelation.unknownReason)
    return notes.phrases(format)
  }
}
