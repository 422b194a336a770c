import HedgeModel
import TerminalCells

/// Decisions as signs below a chart: the letter of the key that makes each.
enum DecisionMarks {
  private enum Mark: Character, CaseIterable {
    case ratio = "h"
    case fill = "x"
    case review = "r"
    case undo = "u"

    init?(_ change: Decision.Change) {
      switch change {
      case .hedgeRatio, .netBeta: self = .ratio
      case .fill: self = .fill
      case .review: self = .review
      case .undo: self = .undo
      default: return nil
      }
    }

    var words: String {
      switch self {
      case .ratio: "ratio set"
      case .fill: "trade recorded"
      case .review: "reviewed"
      case .undo: "undone"
      }
    }
  }

  /// A sign each; what does not change the hedge has none.
  static func markers(_ decisions: [Decision]) -> [LineChart.Marker] {
    decisions.compactMap { decision in
      Mark(decision.change).map { LineChart.Marker(at: decision.at, sign: $0.rawValue, role: .key) }
    }
  }

  /// What the signs that are there stand for.
  static func legend(_ decisions: [Decision]) -> [[Phrase]] {
    let shown = Set(decisions.compactMap { Mark($0.change) })
    return Mark.allCases.filter(shown.contains).map {
      [Phrase(String($0.rawValue), .key, emphasis: .bold), Phrase(" \($0.words)", .label)]
    }
  }
}
