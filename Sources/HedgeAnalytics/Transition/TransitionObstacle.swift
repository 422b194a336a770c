import HedgeModel

/// What keeps a transition from being planned.
struct TransitionObstacle: Error {
  let reason: UnknownReason

  init(_ kind: UnknownReason.Kind, _ detail: String) { reason = UnknownReason(kind, detail) }

  init(_ reason: UnknownReason) { self.reason = reason }
}
