import HedgeModel
import Synchronization

/// Decisions that last as long as the process: for the simulated market without a state folder, and for tests.
///
/// It numbers and refuses decisions as ``SQLiteJournal`` does; only its promise to survive is not kept.
public final class InMemoryJournal: DecisionJournal {
  private let kept: Mutex<[Decision]>

  /// A journal that already holds `decisions`, numbered anew from 1.
  public init(_ decisions: [Decision] = []) {
    kept = Mutex(decisions.enumerated().map { Self.number($1, $0 + 1) })
  }

  /// Keeps a decision in memory and gives it its number.
  ///
  /// - Throws: ``JournalError`` of kind `notRepresentable` for what the file would not take either.
  public func record(_ decision: Decision) throws -> Decision {
    _ = try JournalError.naming("memory") { try decision.columns() }
    return kept.withLock { decisions in
      let numbered = Self.number(decision, decisions.count + 1)
      decisions.append(numbered)
      return numbered
    }
  }

  /// All decisions, oldest first.
  public func decisions() -> [Decision] { kept.withLock { $0 } }

  private static func number(_ decision: Decision, _ id: Int) -> Decision {
    Decision(
      id: Int64(id), at: decision.at, strategy: decision.strategy, change: decision.change,
      command: decision.command)
  }
}
