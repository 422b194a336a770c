import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of the ticket says.
struct TicketPresentation {
  /// The strategy shown.
  let strategy: StrategyFigures
  /// Its ticket, as far as it has come.
  let state: StudyState<TradeTicket>
  /// The ticket's lines after filter and sort.
  let rows: [TradeTicket.Line]
  /// How figures are written.
  let format: FigureFormat

  /// Names of the sort columns.
  static let sortColumns = ["Rank", "Instrument", "Notional", "Beta", "Fee"]

  /// What to say of the strategy in `context`; nil when there is none.
  init?(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    guard let strategy = snapshot.strategy(context) else { return nil }
    self.strategy = strategy
    state = StudyState(snapshot.studies.tickets?[strategy.name])
    format = FigureFormat(snapshot, context)
    rows = RowOrder.arrange(
      state.value?.lines ?? [], context, text: { "\($0.id) \($0.side.rawValue)" }, key: Self.key)
  }

  /// The ticket; nil while there is none.
  var ticket: TradeTicket? { state.value }

  /// `3 trades, fees $58.50`, or that nothing is to be traded.
  var summary: PanelSummary {
    if let absence = state.absence(format) { return absence }
    guard let ticket else { return .nothing }
    let count = ticket.lines.count
    let trades = count == 0 ? "nothing to trade" : count == 1 ? "1 trade" : "\(count) trades"
    if let age = state.staleAge(format) {
      return PanelSummary("STALE \(format.shortDuration(age)) \(trades)", role: .stale)
    }
    guard ticket.residual.isInBand else {
      return PanelSummary("\(format.glyphs.warning) BREACH after \(trades): \(drift(ticket.residual))", role: .breach)
    }
    if !ticket.warnings.isEmpty {
      let warnings = ticket.warnings.count == 1 ? "1 warning" : "\(ticket.warnings.count) warnings"
      return PanelSummary("\(format.glyphs.warning) \(trades), \(warnings)", role: .warning)
    }
    return count == 0 ? PanelSummary(trades, role: .calm) : PanelSummary("\(trades), fees \(fees)", role: .text)
  }

  /// The fees of all lines; the unknown sign when one is not known.
  var fees: String { ticket?.fees.map { format.money($0) } ?? format.glyphs.unknown }

  /// The book after all trades, what the lines are ordered by, and what the fees add up to.
  var outcome: [[Phrase]] {
    guard let ticket else { return [] }
    let after = ticket.residual
    let target = after.book.target.map { format.beta($0, sign: .both) } ?? format.glyphs.unknown
    let head =
      ticket.lines.isEmpty
      ? [Phrase("nothing to trade: net \(format.glyphs.beta) ", .label), Phrase(netBeta(after))]
      : [Phrase("after all: net \(format.glyphs.beta) ", .label), Phrase(netBeta(after))]
    return [
      head, [Phrase("target ", .label), Phrase(target)], [Phrase("drift ", .label), Phrase(drift(after))],
      [standing(after)],
    ]
  }

  /// What the lines are ordered by, and the fees of all.
  var totals: [[Phrase]] {
    guard let ticket, !ticket.lines.isEmpty else { return [] }
    let feesRole: ThemeRole = ticket.fees == nil ? .unknown : .text
    return [
      [Phrase("fees ", .label), Phrase(fees, feesRole)], [Phrase("slippage ", .label), slippage(ticket.slippage)],
      [Phrase("easiest first, by \(ticket.orderedBy.words)", .label)],
      [
        Phrase("rounding leaves ", .label), Phrase(format.money(ticket.roundingResidual, sign: .both)),
        Phrase(" of \(format.glyphs.beta)", .label),
      ],
    ]
  }

  /// Slippage by the walked order books, or why it is not known.
  func slippage(_ reading: Reading<Double>) -> Phrase {
    guard let reason = reading.unknownReason else { return format.phrase(reading) { format.money($0) } }
    let isStale = ticket?.lines.contains { $0.fill.isStale } ?? false
    let words = reason.kind != .notReceived ? "too thin a book" : isStale ? "depth is stale" : "no depth"
    return Phrase("unknown: \(words)", .unknown)
  }

  /// What is left when a line alone is not filled.
  func failure(of line: TradeTicket.Line) -> [[Phrase]] {
    guard let ticket else { return [] }
    let left = ticket.residual(withoutFillOf: [line.id])
    return [
      [
        Phrase("if \(line.instrument.id.symbol) is not filled: net \(format.glyphs.beta) ", .label),
        Phrase(netBeta(left)),
      ],
      [Phrase("drift ", .label), Phrase(drift(left))], [standing(left)],
    ]
  }

  /// What must be known before trading, a line each.
  var warnings: [Phrase] {
    (ticket?.warnings ?? []).map { Phrase("\(format.glyphs.warning) \($0.words)", .warning) }
  }

  /// `+0.4000`.
  func netBeta(_ residual: TicketResidual) -> String {
    residual.netBeta.map { format.beta($0, sign: .both) } ?? format.glyphs.unknown
  }

  /// `−0.0012`.
  func drift(_ residual: TicketResidual) -> String {
    residual.drift.map { format.beta($0, sign: .both) } ?? format.glyphs.unknown
  }

  /// `in band`, or that it is not.
  func standing(_ residual: TicketResidual) -> Phrase {
    residual.isInBand
      ? Phrase("in band", .calm) : Phrase("\(format.glyphs.warning) BREACH", .breach, emphasis: .bold)
  }

  /// A count of contracts or coins, or dots when amounts are hidden.
  func count(_ contracts: Decimal) -> String { format.hidesBalances ? format.hidden : format.exact(contracts) }

  private static func key(_ line: TradeTicket.Line, _ column: Int) -> SortKey {
    switch column {
    case 0: .number(Double(line.liquidityRank))
    case 1: .text("\(line.id)")
    case 2: .number(line.notional)
    case 3: .number(line.betaValue)
    default: .number(line.fee)
    }
  }
}

extension TicketLiquidity.Criterion {
  /// What the lines are ordered by, in words.
  var words: String {
    switch self {
    case .depth: "depth of the book"
    case .volume: "volume in 24 h"
    case .spread: "spread"
    case .notional: "size, as nothing is known of liquidity"
    }
  }
}
