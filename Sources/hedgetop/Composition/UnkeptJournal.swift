import HedgeModel

/// What stands in for a journal where there is no place for one: nothing was decided before, nothing can be now.
struct UnkeptJournal: DecisionJournal {
  /// Why a decision is not kept.
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  /// Why there is no place, with what to do about it.
  let reason: String

  /// Always refuses.
  func record(_ decision: Decision) throws -> Decision { throw Refusal(description: reason) }

  /// None.
  func decisions() -> [Decision] { [] }
}
