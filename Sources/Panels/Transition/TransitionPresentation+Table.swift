import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import TerminalCells

extension TransitionPresentation {
  private struct Field {
    let column: TableColumn
    let cell: (TransitionStep) -> TableCell
  }

  /// One row a step: what it trades, and where it ends.
  var table: TableContent {
    let fields = [numberField] + tradeFields + betaFields
    return TableContent(
      columns: fields.map(\.column), rowCount: rows.count, row: { index in fields.map { $0.cell(rows[index]) } },
      emptyText: plan == nil ? "" : "no step passes the filter")
  }

  private var numberField: Field {
    let before = plan?.request.stepsBefore ?? 0
    return Field(
      column: TableColumn("Step", .right, width: .content(minimum: 4)),
      cell: { .phrase(Phrase("\(before + $0.number)")) })
  }

  private var tradeFields: [Field] {
    guard let request = plan?.request else { return [] }
    let coins = ([request.from] + (request.to.map { [$0] } ?? [])).map { ($0.spot.id, $0.spot.underlying.symbol, 3) }
    let futures = request.hedges.map { ($0.instrument.id, $0.instrument.id.symbol, 4) }
    return (coins + futures).map { market, title, priority in
      Field(
        column: TableColumn(title, width: .content(minimum: 6), priority: priority),
        cell: { step in
          let line = step.ticket.lines.first { $0.instrument.id == market }
          return .phrase(Phrase(line.map { signed($0.contracts) } ?? "", .text))
        })
    }
  }

  private var betaFields: [Field] {
    [
      Field(
        column: TableColumn("Net \(format.glyphs.beta)", width: .content(minimum: 7)),
        cell: { .phrase(Phrase(beta($0.residual.netBeta))) }),
      Field(
        column: TableColumn("Target", width: .content(minimum: 7), priority: 5),
        cell: { .phrase(Phrase(beta($0.residual.book.target))) }),
      Field(
        column: TableColumn("Drift", width: .content(minimum: 7), priority: 1),
        cell: { .phrase(Phrase(beta($0.residual.drift))) }),
      Field(column: TableColumn("Band", .left, width: .content(minimum: 8)), cell: { .phrase(standing($0)) }),
      Field(
        column: TableColumn("One unfilled", width: .content(minimum: 7), priority: 6),
        cell: { .phrase(Phrase(beta($0.worstFailure?.drift), .label)) }),
    ]
  }

  private func signed(_ amount: Decimal) -> String {
    format.hidesBalances ? format.hidden : format.exact(amount, sign: .both)
  }

  /// Everything known of a step; of the plan as a whole when the key is empty.
  func details(of key: String) -> [DetailLine] {
    guard let plan else {
      return [DetailLine("Transition", summary.text, role: summary.role)]
    }
    guard let step = plan.steps.first(where: { self.step($0) == key }) else { return key.isEmpty ? whole(plan) : [] }
    return trades(of: step).map { DetailLine("Trade", $0) } + [
      DetailLine("Net beta after", beta(step.residual.netBeta)),
      DetailLine("Target", beta(step.residual.book.target)), DetailLine("Drift after", beta(step.residual.drift)),
      DetailLine("Fees", fees(step.ticket.fees)),
      DetailLine("Drift if one is not filled", beta(step.worstFailure?.drift)),
      DetailLine(
        "May be made", step.refusal.map { "no, BREACH: \($0.description)" } ?? "yes",
        role: step.refusal == nil ? .text : .breach),
    ]
  }

  private func whole(_ plan: TransitionPlan) -> [DetailLine] {
    let request = plan.request
    return [
      DetailLine("Steps left", "\(plan.steps.count)"), DetailLine("Moved", count(request.moved)),
      DetailLine("Still to move", count(request.quantity)),
      DetailLine("Hedge ratio", format.fixed(request.hedgeRatio, decimals: 4)),
      DetailLine("Fees of all steps", fees(plan.fees)), DetailLine("Net beta now", beta(plan.start.netBeta)),
      DetailLine("Drift now", beta(plan.start.drift)),
    ] + (plan.refusal.map { [DetailLine("Refused", "BREACH: \($0.description)", role: .breach)] } ?? [])
  }
}
