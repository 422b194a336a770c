import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of carry says: what carrying each future against spot yields.
struct CarryPresentation {
  /// Names of the sort columns.
  static let sortColumns = ["Future", "Basis", "Basis a year", "Funding", "Mean funding", "Cash-and-carry", "Reverse"]

  /// The futures after filter and sort; nil while they are being computed.
  let rows: [InstrumentCarry]?
  /// How figures are written.
  let format: FigureFormat
  /// Every future, as configured.
  private let all: [InstrumentCarry]

  /// What to say of all futures of the portfolio.
  init(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    format = FigureFormat(snapshot, context)
    all = snapshot.studies.carry ?? []
    rows = snapshot.studies.carry.map {
      RowOrder.arrange($0, context, text: { "\($0.instrument.id) \($0.leg.account) \(Self.kind($0))" }, key: Self.key)
    }
  }

  private static func key(_ row: InstrumentCarry, _ column: Int) -> SortKey {
    switch column {
    case 0: .text(row.instrument.id.symbol)
    case 1: .number(row.basisPoints.value)
    case 2: .number(row.annualisedBasis.value)
    case 3: .number(row.fundingYield.value)
    case 4: .number(row.averageFunding.value?.annualised)
    case 5: .number(row.cashAndCarry.value?.net)
    default: .number(row.reverseCarry.value?.net)
    }
  }

  /// `perpetual` or `dated`.
  static func kind(_ row: InstrumentCarry) -> String { row.days == nil ? "perpetual" : "dated" }

  /// The best yield there is: `best +5.20 % BTC-QUARTERLY`.
  var summary: PanelSummary {
    guard rows != nil else { return PanelSummary("computing\(format.glyphs.ellipsis)", role: .unknown) }
    guard !all.isEmpty else { return PanelSummary("no futures", role: .unknown) }
    let yields = all.flatMap { row in [row.cashAndCarry, row.reverseCarry].map { (row, $0) } }
    let best = yields.max { (Self.net($0.1), $1.0.leg.instrument) < (Self.net($1.1), $0.0.leg.instrument) }
    guard let best, let yield = best.1.value, yield.net.isFinite else {
      return PanelSummary("\(format.glyphs.unknown) unknown", role: .unknown)
    }
    let side = yield.direction == .reverse ? " reverse" : ""
    let text =
      "best \(format.percentage(yield.net, decimals: 2, sign: .both))\(side) \(best.0.instrument.id.symbol)"
    if let age = best.1.isStale ? age(best.0) : nil {
      return PanelSummary("STALE \(format.shortDuration(age)) \(text)", role: .stale)
    }
    return PanelSummary(text, role: FigureFormat.profitRole(yield.net))
  }

  /// How old the prices of a future are; nil while they are fresh. Past funding is older, and not stale.
  func age(_ row: InstrumentCarry) -> Duration? {
    format.staleAge(row.basisPoints.provenance) ?? format.staleAge(row.cashAndCarry.provenance)
  }

  private static func net(_ reading: Reading<CarryYield>) -> Double {
    reading.value?.net.ifFinite ?? -.infinity
  }

  /// Why figures are missing; what has no meaning for a kind of future is not missing.
  var notes: [Phrase] {
    var notes = UnknownNotes()
    for row in rows ?? [] {
      notes.note(row.basisPoints.unknownReason)
      if row.days == nil {
        notes.note(row.fundingYield.unknownReason)
        notes.note(row.averageFunding.unknownReason)
      }
      notes.note(row.cashAndCarry.unknownReason)
    }
    for row in rows ?? [] { notes.note(row.reverseCarry.unknownReason) }
    return notes.phrases(format)
  }

  /// What the yields are, in words.
  var legend: [[Phrase]] {
    let hasCurrent = (rows ?? []).contains { $0.cashAndCarry.value?.source == .currentFunding }
    let words = ["% a year of the spot's value, simple", "carry is after four taker fees"]
    return (words + (hasCurrent ? ["by now: the current rate, for want of past funding"] : []))
      .map { [Phrase($0, .label)] }
  }
}
