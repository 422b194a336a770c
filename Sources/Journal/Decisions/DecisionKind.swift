import HedgeModel

/// The word each kind of decision is stored under. These words are frozen: files in use hold them.
enum DecisionKind: String, CaseIterable {
  case hedgeRatio = "hedge_ratio"
  case netBeta = "net_beta"
  case fill
  case review
  case acknowledgement
  case snooze
  case undo

  /// The kind of `change`.
  init(_ change: Decision.Change) {
    switch change {
    case .hedgeRatio: self = .hedgeRatio
    case .netBeta: self = .netBeta
    case .fill: self = .fill
    case .review: self = .review
    case .acknowledgement: self = .acknowledgement
    case .snooze: self = .snooze
    case .undo: self = .undo
    }
  }
}
