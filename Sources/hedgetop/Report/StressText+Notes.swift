import HedgeAnalytics
import HedgeModel

extension StressText {
  /// What the tables cannot say: coins a record does not list, what is stale, and why figures are missing.
  var notes: String {
    let lines = recordNotes + staleNote + unknownNotes
    return lines.isEmpty ? "" : "\n" + lines.map { "- \($0)\n" }.joined()
  }

  private var recordNotes: [String] {
    table.outcomes.filter { $0.scenario.kind == .historical }.compactMap { outcome in
      let coins = outcome.coins(moving: .beta).map(\.symbol)
      guard !coins.isEmpty else { return nil }
      let verb = coins.count == 1 ? "is not in its record and moves" : "are not in its record and move"
      return "\(outcome.scenario.name): \(coins.joined(separator: ", ")) \(verb) by beta"
    }
  }

  private var staleNote: [String] {
    let isStale = table.outcomes.contains { outcome in
      outcome.profit.hedged.isStale || outcome.netBetaAfter.isStale
        || outcome.accounts.contains { $0.marginAfter.isStale }
    }
    return isStale ? ["figures marked * rest on a price or beta that is stale"] : []
  }

  /// Each reason once, with how many scenarios it concerns.
  private var unknownNotes: [String] {
    var reasons: [(detail: String, names: [String])] = []
    for outcome in table.outcomes {
      for reason in outcome.unknowns {
        if let index = reasons.firstIndex(where: { $0.detail == reason.detail }) {
          reasons[index].names.append(outcome.scenario.name)
        } else {
          reasons.append((reason.detail, [outcome.scenario.name]))
        }
      }
    }
    return reasons.map { reason in
      let scope = reason.names.count == table.outcomes.count ? "" : " (\(Self.scope(reason.names)))"
      return "unknown: \(reason.detail)\(scope)"
    }
  }

  private static func scope(_ names: [String]) -> String {
    names.count <= 3 ? names.joined(separator: ", ") : "\(names.count) scenarios"
  }
}
