import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of the hedge's price says: what holding it is expected to cost, and whether that is worth it.
struct HedgePricePresentation {
  /// One future a coin's hedge could be held in.
  struct Row {
    /// The coin.
    let coin: Asset
    /// Signed notional the alternatives of this coin are given.
    let notional: Double
    /// The future with its costs.
    let alternative: HedgeAlternative
    /// Whether the strategy holds some of it now.
    let isHeld: Bool
    /// Whether nothing on this coin is cheaper.
    let isCheapest: Bool
  }

  /// Names of the sort columns.
  static let sortColumns = ["Future", "Basis", "Carry", "Cost", "Year"]

  /// The strategy shown.
  let strategy: StrategyFigures
  /// How figures are written.
  let format: FigureFormat
  /// The price; nil while it is being computed.
  let price: HedgePriceFigures?
  /// The futures after filter and sort.
  let rows: [Row]
  let benchmark: String

  /// What to say of the strategy in `context`; nil when there is none.
  init?(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    guard let strategy = snapshot.strategy(context) else { return nil }
    self.strategy = strategy
    format = FigureFormat(snapshot, context)
    price = snapshot.studies.prices?[strategy.name]
    benchmark = snapshot.benchmarkName
    let held = Set(strategy.legs.lazy.filter { $0.leg.contracts != 0 }.map(\.id.instrument))
    let all = (snapshot.studies.alternatives?[strategy.name] ?? []).flatMap { coin in
      coin.alternatives.enumerated().map { place, alternative in
        Row(
          coin: coin.underlying, notional: coin.notional, alternative: alternative,
          isHeld: held.contains(alternative.instrument.id), isCheapest: place == 0 && alternative.cost.value != nil)
      }
    }
    rows = RowOrder.arrange(all, context, text: { "\($0.coin) \($0.alternative.instrument.id)" }, key: Self.key)
  }

  private static func key(_ row: Row, _ column: Int) -> SortKey {
    switch column {
    case 0: .text(row.alternative.instrument.id.symbol)
    case 1: .number(row.alternative.basis.value)
    case 2: .number(row.alternative.carry.value)
    case 3: .number(row.alternative.cost.value)
    default: .number(row.alternative.costPerYear.value)
    }
  }

  /// Whether there is a hedge to price.
  var hasHedge: Bool { strategy.legs.contains { $0.leg.contracts != 0 } }

  /// `costs $120 in 30 d`, `INEFFICIENT costs …`.
  var summary: PanelSummary {
    guard hasHedge else { return PanelSummary("no hedge held", role: .unknown) }
    guard let price else { return PanelSummary("computing\(format.glyphs.ellipsis)", role: .unknown) }
    guard let cost = price.expectedCost.value?.ifFinite else {
      return PanelSummary("\(format.glyphs.unknown) unknown", role: .unknown)
    }
    let text = "\(Self.word(cost)) \(format.money(cost.magnitude)) in \(period)"
    if let age = staleAge(price) {
      return PanelSummary("STALE \(format.shortDuration(age)) \(text)", role: .stale)
    }
    if price.isInefficient.value == true {
      return PanelSummary("\(format.glyphs.warning) INEFFICIENT \(text)", role: .breach)
    }
    if hasReversed { return PanelSummary("\(format.glyphs.warning) reversed: \(text)", role: .warning) }
    return PanelSummary(text, role: FigureFormat.profitRole(-cost))
  }

  /// How old the prices are that the hedge is valued at; nil while they are fresh. Past funding is older, and not stale.
  private func staleAge(_ price: HedgePriceFigures) -> Duration? {
    format.staleAge(price.exposure.provenance) ?? format.staleAge(price.expectedCost.provenance)
  }

  /// `costs`, or `earns` when what is received is more than the fees.
  private static func word(_ cost: Double) -> String { cost < 0 ? "earns" : "costs" }

  /// Whether the fall to protect against is told without decimals.
  private var isWholePercent: Bool {
    price.map { ($0.terms.drop * 1000).rounded().remainder(dividingBy: 10) == 0 } ?? true
  }

  /// The holding period: `30 d`.
  var period: String { price.map { format.period($0.terms.holdingPeriod) } ?? "" }

  /// The verdict with what it rests on, most important first.
  var headline: [[Phrase]] {
    guard hasHedge else { return [[Phrase("no hedge held: nothing to price", .label)]] }
    guard let price else { return [[Phrase("computing\(format.glyphs.ellipsis)", .label)]] }
    let words = [verdict(price), costClause(price), benefitClause(price)]
    return words + [exhaustionClause(price), slippageClause(price)]
  }

  private func verdict(_ price: HedgePriceFigures) -> [Phrase] {
    let isStale = price.isInefficient.isStale
    switch price.isInefficient.value {
    case true?:
      return [Phrase("\(format.glyphs.warning) INEFFICIENT", isStale ? .stale : .breach, emphasis: [.bold, .reverse])]
    case false?: return [Phrase("worth holding", isStale ? .stale : .calm)]
    case nil:
      return [Phrase("\(format.glyphs.unknown) \(price.isInefficient.unknownReason?.detail ?? "")", .unknown)]
    }
  }

  private func costClause(_ price: HedgePriceFigures) -> [Phrase] {
    guard let cost = price.expectedCost.value?.ifFinite else { return [] }
    var amount = format.phrase(price.expectedCost, role: { FigureFormat.profitRole(-$0) }) {
      "\(Self.word($0)) \(format.money($0.magnitude))"
    }
    if let age = staleAge(price) { amount.text += "\(format.separator)\(format.shortDuration(age))" }
    let still = cost < 0 ? " in \(period), fees paid" : " in \(period)"
    return [amount, Phrase(still, .label)]
  }

  private func benefitClause(_ price: HedgePriceFigures) -> [Phrase] {
    guard price.protectedLoss.value?.ifFinite != nil else { return [] }
    return [
      Phrase("protects ", .label), format.phrase(price.protectedLoss) { format.money($0) },
      Phrase(" at \(benchmark) \(format.percentage(-price.terms.drop, decimals: isWholePercent ? 0 : 1))", .label),
    ]
  }

  private func exhaustionClause(_ price: HedgePriceFigures) -> [Phrase] {
    guard price.exhaustion.value != nil else { return [] }
    return [Phrase("eaten by the cost ", .label), exhaustion(price)]
  }

  private func slippageClause(_ price: HedgePriceFigures) -> [Phrase] {
    price.includesSlippage || price.expectedCost.value == nil ? [] : [Phrase("without slippage", .label)]
  }

  /// When the cost has eaten what the hedge protects: a day, `never`, or `now`.
  func exhaustion(_ price: HedgePriceFigures) -> Phrase {
    format.phrase(price.exhaustion) { exhaustion in
      guard let instant = exhaustion.instant else { return "never" }
      return instant <= format.now ? "now" : instant.isoDay
    }
  }

  /// The legs whose funding, or the mean of it, has turned.
  var hasReversed: Bool { price?.reversals.values.contains(where: \.isReversed) ?? false }

  /// What has turned, in words.
  var warnings: [[Phrase]] {
    guard let price else { return [] }
    return price.reversals.filter(\.value.isReversed).sorted { $0.key < $1.key }.map { instrument, reversal in
      let words = reversal.isRateReversed ? "the rate has turned" : "the mean has turned"
      let last = reversal.lastTurn.map { ", last \(format.ago($0))" } ?? ""
      return [
        Phrase("\(format.glyphs.warning) REVERSED ", .warning, emphasis: .bold),
        Phrase("\(instrument.symbol): \(words)\(last)", .warning),
      ]
    }
  }

  /// Why figures are missing, but for what the verdict already says.
  var notes: [Phrase] {
    guard let price, hasHedge else { return [] }
    var notes = UnknownNotes()
    let said = price.isInefficient.unknownReason
    let readings = [price.expectedCarry, price.fees, price.exposure, price.breakEvenMove]
    let reasons = readings.map(\.unknownReason) + [price.outcomes.unknownReason, price.slippage.unknownReason]
    for reason in reasons where reason != said { notes.note(reason) }
    return notes.phrases(format)
  }
}
