import FoundationEssentials
import HedgeAnalytics
import HedgeModel

extension TransitionReport {
  /// The plan for people: every step in a line, then the trades of the next one.
  var text: String {
    let request = plan.request
    let target = request.to?.spot.underlying.symbol ?? "cash"
    let head =
      "\(request.strategy)  \(request.at.iso8601)  \(request.from.spot.underlying) to \(target) at H"
      + " \(Figures.trimmed(request.hedgeRatio, 4)) in \(request.steps) steps, \(request.currency)\n\n"
    return head + table.text() + totals + refusal + next
  }

  private var table: TextTable {
    let coins = [plan.request.from.spot.id] + (plan.request.to.map { [$0.spot.id] } ?? [])
    let markets = coins + plan.request.hedges.map(\.instrument.id)
    var table = TextTable(
      [.init("step")] + markets.map { .init($0.description) } + [
        .init("net beta"), .init("target"), .init("drift"), .init("", .words), .init("one unfilled"),
      ])
    table.add(["now"] + markets.map { _ in "" } + ResidualReport(TicketResidual(book: plan.start)).cells)
    for step in plan.steps {
      let trades = markets.map { market in
        step.ticket.lines.first { $0.instrument.id == market }.map { Figures.exact($0.contracts, signed: true) } ?? ""
      }
      let worst = step.worstFailure?.drift.map { Figures.fixed($0, 4, signed: true) } ?? "-"
      table.add(["\(step.number)"] + trades + ResidualReport(step.residual).cells + [worst])
    }
    return table
  }

  private var totals: String { "\nfees of all steps \(plan.fees.map { Figures.fixed($0, 2) } ?? "-")\n" }

  private var refusal: String { plan.refusal.map { "! \($0.description)\n" } ?? "" }

  private var next: String {
    guard let step = plan.steps.first, step.refusal == nil else { return "" }
    return "\nNext step:\n" + TicketReport(step.ticket).text
  }
}
