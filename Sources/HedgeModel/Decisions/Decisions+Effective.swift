extension Sequence<Decision> {
  /// The decisions that still count, in their order: neither an undo nor taken back by one. An undo that was itself
  /// taken back takes nothing back.
  public var effective: [Decision] {
    var undone: Set<Int64> = []
    for decision in reversed() where !undone.contains(decision.id) {
      if case .undo(let id) = decision.change { undone.insert(id) }
    }
    return filter { decision in
      if case .undo = decision.change { return false }
      return !undone.contains(decision.id)
    }
  }
}
