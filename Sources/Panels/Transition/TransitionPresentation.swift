import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of the transition says: what to do next, and where every step ends.
struct TransitionPresentation {
  /// The strategy shown.
  let strategy: StrategyFigures
  /// The plan as far as it has come; nil for a strategy that plans none.
  let state: StudyState<TransitionPlan>?
  /// The steps after the filter.
  let rows: [TransitionStep]
  /// How figures are written.
  let format: FigureFormat

  /// What to say of the strategy in `context`; nil when there is none.
  init?(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    guard let strategy = snapshot.strategy(context) else { return nil }
    self.strategy = strategy
    format = FigureFormat(snapshot, context)
    let plans = snapshot.studies.transitions
    let state = plans == nil ? .computing : plans?[strategy.name].map { StudyState($0) }
    self.state = state
    rows = RowOrder.arrange(
      state?.value?.steps ?? [], context, text: { "\($0.number) \($0.refusal == nil ? "in band" : "breach")" },
      key: { step, _ in .number(Double(step.number)) })
  }

  /// The plan; nil while there is none.
  var plan: TransitionPlan? { state?.value }

  /// `BTC → ETH, step 3 of 5`, or that a step is refused.
  var summary: PanelSummary {
    guard let state else { return PanelSummary("none configured", role: .label) }
    if case .unknown(let reason) = state, reason.kind == .undefined { return PanelSummary(reason.detail, role: .calm) }
    if let absence = state.absence(format) { return absence }
    guard let plan, let next = plan.steps.first else { return .nothing }
    if let refused = plan.steps.first(where: { $0.refusal != nil }) {
      return PanelSummary("\(format.glyphs.warning) BREACH \(step(refused)) is refused", role: .breach)
    }
    if let age = state.staleAge(format) {
      return PanelSummary("STALE \(format.shortDuration(age)) \(step(next))", role: .stale)
    }
    return PanelSummary("\(coins(plan)), \(step(next))", role: .text)
  }

  /// That nothing is configured, and how it would be.
  var advice: [[Phrase]] {
    [
      [Phrase("no transition is planned", .label)],
      [Phrase("add [strategy.transition] with from, to and steps", .label)],
      [Phrase("to move a coin in hedged steps", .label)],
    ]
  }

  /// What to do next, plainly.
  var headline: [[Phrase]] {
    guard let plan, let next = plan.steps.first else { return [] }
    let trades = trades(of: next)
    let word = next.refusal == nil ? "" : ", refused"
    let head = Phrase("\(coins(plan)) \(step(next))\(word): ", .title)
    return [[head, Phrase(trades.first ?? "nothing to trade")]] + trades.dropFirst().map { [Phrase($0)] }
  }

  /// Where the next step ends, or why it must not be made.
  var outcome: [[Phrase]] {
    guard let next = plan?.steps.first else { return [] }
    let left = next.residual
    let target = left.book.target.map { format.beta($0, sign: .both) } ?? format.glyphs.unknown
    return [
      [Phrase("then net \(format.glyphs.beta) ", .label), Phrase(beta(left.netBeta))],
      [Phrase("target ", .label), Phrase(target)], [Phrase("drift ", .label), Phrase(beta(left.drift))],
      [standing(next)],
    ] + (next.ticket.fees.map { [[Phrase("fees ", .label), Phrase(format.money($0))]] } ?? [])
  }

  /// Which step is refused, and why.
  var refusal: [[Phrase]] {
    guard let refused = plan?.steps.first(where: { $0.refusal != nil }) else { return [] }
    let left = refused.residual
    let head = [
      Phrase("\(format.glyphs.warning) BREACH \(step(refused)) is refused", .breach, emphasis: .bold)
    ]
    guard left.netBeta != nil else {
      return [head, [Phrase("it would leave legs without anything to hedge")]]
    }
    let band = format.glyphs.plusMinus + format.fixed(left.book.band, decimals: 4)
    return [
      head, [Phrase("it would leave net \(format.glyphs.beta) at \(beta(left.netBeta))")],
      [Phrase("\(beta(left.drift)) off the target, outside the band \(band)")],
    ]
  }

  /// How far it has come, and what it costs.
  var progress: [[Phrase]] {
    guard let plan else { return [] }
    let request = plan.request
    let coin = request.from.spot.underlying
    let all = count(request.moved + request.quantity)
    let share = format.glyphs.plusMinus + format.fixed(request.band, decimals: 4)
    return [
      [Phrase("moved ", .label), Phrase("\(count(request.moved)) of \(all) \(coin)")],
      [Phrase("fees of all steps ", .label), Phrase(fees(plan.fees))],
      [Phrase("H ", .label), Phrase(format.fixed(request.hedgeRatio, decimals: 2))],
      [Phrase("band ", .label), Phrase(share)],
    ]
  }

  /// `step 3 of 5`.
  func step(_ step: TransitionStep) -> String {
    let before = plan?.request.stepsBefore ?? 0
    return "step \(before + step.number) of \(before + (plan?.steps.count ?? 0))"
  }

  /// `sell 0.6 BTC`, `buy 11 ETH`, `buy back 0.18 BTC-PERP`, `sell 3.3 ETH-PERP`: spot first.
  func trades(of step: TransitionStep) -> [String] {
    let lines = step.ticket.lines
    let ordered =
      lines.filter { !$0.instrument.isFuture && $0.side == .sell }
      + lines.filter { !$0.instrument.isFuture && $0.side == .buy }
      + lines.filter { $0.instrument.isFuture && $0.side == .buy }
      + lines.filter { $0.instrument.isFuture && $0.side == .sell }
    return ordered.map { line in
      let amount = count(line.contracts.magnitude)
      guard line.instrument.isFuture else { return "\(line.side.rawValue) \(amount) \(line.instrument.underlying)" }
      let isBack = line.side == .buy && (step.before.contracts[line.id] ?? 0) < 0
      return "\(line.side.rawValue)\(isBack ? " back" : "") \(amount) \(line.instrument.id.symbol)"
    }
  }

  /// `in band`, or that it is not.
  func standing(_ step: TransitionStep) -> Phrase {
    if state?.staleAge(format) != nil { return Phrase(step.residual.isInBand ? "in band" : "BREACH", .stale) }
    return step.refusal == nil
      ? Phrase("in band", .calm) : Phrase("\(format.glyphs.warning) BREACH", .breach, emphasis: .bold)
  }

  /// `+0.4000`.
  func beta(_ value: Double?) -> String {
    value.map { format.beta($0, sign: .both) } ?? format.glyphs.unknown
  }

  /// A count of coins or contracts, or dots when amounts are hidden.
  func count(_ amount: Decimal) -> String { format.hidesBalances ? format.hidden : format.exact(amount) }

  func fees(_ fees: Double?) -> String { fees.map { format.money($0) } ?? "unknown: no spot fee" }

  private func coins(_ plan: TransitionPlan) -> String {
    let target = plan.request.to?.spot.underlying.symbol ?? "cash"
    return "\(plan.request.from.spot.underlying) \(format.glyphs.arrow) \(target)"
  }
}
