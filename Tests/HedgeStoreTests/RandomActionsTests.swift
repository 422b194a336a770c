import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@testable import HedgeStore

@Suite("Whatever happens, in whatever order")
struct RandomActionsTests {
  @Test("2,000 sequences of random actions trap nothing, and every snapshot keeps the laws", arguments: 0..<20)
  func laws(part: UInt64) async {
    for seed in (part * 100)..<(part * 100 + 100) {
      // Others wait for their turn on the few threads there are.
      await Task.yield()
      var script = ActionScript(seed: seed)
      var state = State(settings: .book())
      var before = state.snapshot
      for step in 0..<12 {
        script.apply(to: &state)
        let broken = Laws.broken(by: state.snapshot, after: before)
        #expect(broken.isEmpty, "seed \(seed), step \(step): \(broken)")
        before = state.snapshot
      }
      #expect(state.portfolio == Book.portfolio().applying(script.kept), "seed \(seed)")
      #expect(state.decisions == script.kept, "seed \(seed)")
    }
  }
}

/// What must hold of every snapshot.
private enum Laws {
  static func broken(by snapshot: HedgeSnapshot, after before: HedgeSnapshot) -> [String] {
    var broken: [String] = []
    if snapshot.now < before.now { broken.append("time ran backwards") }
    if snapshot.sequence <= before.sequence { broken.append("the sequence did not rise") }
    if snapshot.log.count > 500 { broken.append("the log has \(snapshot.log.count) entries") }
    if snapshot.histories.values.contains(where: { $0.samples.count > 1440 }) {
      broken.append("the record is too long")
    }
    for strategy in snapshot.figures.strategies {
      broken += Laws.broken(by: strategy, locked: snapshot.decisionLocks[strategy.name] != nil)
    }
    if let preview = snapshot.preview?.value, !preview.after.netBeta.drift.isFresh {
      broken.append("a preview of a book that is not fresh")
    }
    return broken
  }

  private static func broken(by strategy: StrategyFigures, locked: Bool) -> [String] {
    var broken: [String] = []
    let held = strategy.legs.filter { $0.leg.contracts != 0 }
    let inputs = strategy.holdings.map(\.price) + held.map(\.mark)
    let drift = strategy.netBeta.drift
    if inputs.contains(where: { $0.value == nil }), drift.value != nil {
      broken.append("drift out of an unknown price")
    }
    if inputs.contains(where: \.isStale), drift.isFresh { broken.append("a fresh drift out of a stale price") }
    if strategy.holdings.contains(where: { $0.price.value == nil }), strategy.spotValue.value != nil {
      broken.append("spot value out of an unknown price")
    }
    let isJudged = strategy.netBeta.verdict == .inBand || strategy.netBeta.verdict == .breach
    if isJudged != drift.isFresh { broken.append("verdict \(strategy.netBeta.verdict) of drift \(drift)") }
    if locked == drift.isFresh { broken.append("lock \(locked) on drift \(drift)") }
    if !drift.isFresh, !strategy.suggestions.isEmpty { broken.append("suggestions from figures that are not fresh") }
    let known = inputs + [drift, strategy.spotValue, strategy.netBeta.netBeta, strategy.funding.perDay]
    if known.compactMap(\.value).contains(where: { !$0.isFinite }) { broken.append("a figure that is not finite") }
    return broken
  }
}
