import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

extension StatusSections {
  /// The sections of one strategy: verdict, holdings, legs, net beta, funding.
  func strategy(_ index: Int) -> [[String]] {
    let context = context(strategy: index)
    guard let spot = SpotPresentation(snapshot, context), let legs = LegsPresentation(snapshot, context),
      let beta = BetaPresentation(snapshot, context), let funding = FundingPresentation(snapshot, context)
    else { return [] }
    let holdings = [heading("Spot holdings", spot.summary.text)] + table(spot.table)
    let futures = [heading("Futures legs", legs.summary.text)] + table(legs.table)
    var drag = [heading("Funding", funding.summary.text)]
    drag += clauses(funding.headline)
    drag += table(funding.table)
    drag += funding.warnings.map { "  " + $0.text }
    return [verdict(beta), holdings, futures, netBeta(beta), drag]
  }

  private func verdict(_ beta: BetaPresentation) -> [String] {
    let strategy = beta.strategy
    let ratio = format.fixed(strategy.policy.aim.value.inexact, decimals: 2)
    let verdict = VerdictLine.text(strategy, at: snapshot.now, glyphs: glyphs)
    let aim = strategy.policy.hedgeRatio == nil ? "aim" : "H"
    return ["\(verdict)\(format.separator)\(aim) \(ratio)"] + beta.attention.flatMap(clauses)
  }

  private func netBeta(_ beta: BetaPresentation) -> [String] {
    let facts: [[Phrase]] = beta.facts.filter { !isAboutWatching($0) }.map { [Phrase("\($0.label) ")] + $0.value }
    var lines: [String] = [heading("Net \(glyphs.beta)", beta.summary.text)]
    lines += clauses(facts)
    lines += clauses(beta.attribution)
    lines += beta.trades.flatMap(clauses)
    return lines
  }

  /// One snapshot has watched for no time: how long the drift has been outside the band is not known to it.
  private func isAboutWatching(_ fact: Fact) -> Bool { fact.label.hasPrefix("Outside ") }
}
