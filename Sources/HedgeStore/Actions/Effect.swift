import Alerting
import HedgeModel

/// What the reducer asks the outside to do.
public enum Effect: Hashable, Sendable {
  /// Keep a decision; answer with ``Action/recorded(_:)`` or ``Action/recordingFailed(_:reason:)``.
  case record(Decision)
  /// An alert was raised, has become worse, lasts or is over: tell whoever wants to know.
  case tell(AlertTransition)
  /// Have the feeds tell the order books of these instruments and no others.
  case watchDepth([InstrumentID])
}
