import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of buckets says.
struct AllocationPresentation {
  /// How the capital is spread.
  let figures: AllocationFigures
  /// How figures are written.
  let format: FigureFormat
  /// Whether there is anything to spread it over.
  let isEmpty: Bool

  /// What to say of the buckets of a snapshot.
  init(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    figures = snapshot.figures.allocation
    format = FigureFormat(snapshot, context)
    isEmpty = snapshot.figures.strategies.isEmpty
  }

  /// What is out of its range, or that nothing is.
  var summary: PanelSummary {
    guard !isEmpty else { return .nothing }
    let off = figures.rows.filter { $0.standing.value.map { $0 != .within } ?? false }
    if let stale = figures.rows.compactMap({ format.staleAge($0.share.provenance) }).max() {
      return PanelSummary("STALE \(format.shortDuration(stale)) allocation", role: .stale)
    }
    if figures.rows.contains(where: { $0.standing.value == nil }) {
      return PanelSummary("\(format.glyphs.unknown) unknown", role: .unknown)
    }
    guard !off.isEmpty else { return PanelSummary("all in range", role: .calm) }
    let words = off.map { "\(name($0)) \(standing($0))" }.joined(separator: ", ")
    return PanelSummary("\(format.glyphs.warning) \(words)", role: .warning)
  }

  /// `core`.
  func name(_ row: AllocationFigures.Row) -> String { row.bucket.rawValue }

  /// `within 40–70 %`, `above 70 %`, `below 10 %`.
  func standing(_ row: AllocationFigures.Row) -> String {
    switch row.standing.value {
    case .within: "within \(range(row))"
    case .above: "above \(percent(row.range.upperBound))"
    case .below: "below \(percent(row.range.lowerBound))"
    case nil: "meant \(range(row))"
    }
  }

  /// The standing in its look, with a mark when it is out of range.
  func standingPhrase(_ row: AllocationFigures.Row) -> Phrase {
    let words = standing(row)
    guard let value = row.standing.value else { return Phrase(words, .unknown) }
    guard !row.share.isStale else { return Phrase(words, .stale) }
    return value == .within ? Phrase(words, .calm) : Phrase("\(format.glyphs.warning) \(words)", .warning)
  }

  /// `64.2 % of capital`.
  func share(_ row: AllocationFigures.Row) -> [Phrase] {
    [
      format.phrase(row.share) { format.percentage($0) },
      Phrase(row.bucket == .overlay ? " of core" : " of capital", .label),
    ]
  }

  /// What the bucket is worth.
  func value(_ row: AllocationFigures.Row) -> Phrase {
    format.phrase(row.value) { $0 == 0 ? "none" : format.money($0) }
  }

  /// The look of its bar.
  func role(_ row: AllocationFigures.Row) -> ThemeRole {
    if row.share.isStale { return .stale }
    return row.standing.value == .within ? .text : .warning
  }

  /// The capital and what of it is in no bucket.
  var capital: [[Phrase]] {
    let origin = figures.isCapitalStated ? "stated" : "equity"
    return [
      [
        Phrase("Capital ", .label), format.agedPhrase(figures.capital) { format.money($0) },
        Phrase(" \(origin)", .label),
      ],
      unallocated,
    ]
  }

  private var unallocated: [Phrase] {
    guard let value = figures.unallocated.value?.ifFinite, value < 0 else {
      return [Phrase("unallocated ", .label), format.phrase(figures.unallocated) { format.money($0) }]
    }
    let role: ThemeRole = figures.unallocated.isStale ? .stale : .warning
    return [
      Phrase("\(format.glyphs.warning) unallocated \(format.money(value)): more is used than there is", role)
    ]
  }

  /// Why figures are missing.
  var notes: [Phrase] {
    var notes = UnknownNotes()
    notes.note(figures.capital.unknownReason)
    for row in figures.rows { notes.note(row.share.unknownReason) }
    return notes.phrases(format)
  }

  private func range(_ row: AllocationFigures.Row) -> String {
    let dash = "–".ascii(if: format.glyphs.isASCII, "-")
    return "\(format.percent(row.range.lowerBound, decimals: 0))\(dash)\(percent(row.range.upperBound))"
  }

  private func percent(_ share: Double) -> String { format.percentage(share, decimals: 0) }
}
