import HedgeModel
import TerminalCells

/// How far a study of the strategy shown has come. Studies are made on demand: at first there is none.
enum StudyState<Value> {
  /// Asked for, and not made yet.
  case computing
  /// It cannot be made, and why.
  case unknown(UnknownReason)
  /// Made, from inputs of this age.
  case known(Value, Provenance)

  /// The state of a reading; nil while nothing is made yet.
  init(_ reading: Reading<Value>?) {
    switch reading {
    case .known(let value, let provenance): self = .known(value, provenance)
    case .unknown(let reason): self = .unknown(reason)
    case nil: self = .computing
    }
  }

  /// What was made; nil when there is nothing.
  var value: Value? { if case .known(let value, _) = self { value } else { nil } }

  /// The age of a stale one; nil for a fresh one and for none.
  func staleAge(_ format: FigureFormat) -> Duration? {
    if case .known(_, let provenance) = self { format.staleAge(provenance) } else { nil }
  }

  /// What is said instead of it: `computing…`, or why there is none; nil when there is one.
  func absence(_ format: FigureFormat) -> PanelSummary? {
    switch self {
    case .computing: PanelSummary("computing\(format.glyphs.ellipsis)", role: .label)
    case .unknown(let reason): PanelSummary("\(format.glyphs.unknown) \(reason.detail)", role: .unknown)
    case .known: nil
    }
  }
}
