extension Sequence<Decision> {
  /// The decisions that still count, in their order: neither an undo nor taken back by one.
  public var effective: [Decision] {
    let undone = Set(compactMap { if case .undo(let id) = $0.change { id } else { nil } })
    return filter { decision in
      if case .undo = decision.change { return false }
      return !undone.contains(decision.id)
    }
  }
}
