import Foundation
import HedgeModel
import Journal
import Testing

/// The contract of every journal, on disk and in memory.
@Suite struct DecisionJournalTests {
  enum Keeper: CaseIterable { case file, memory }

  private func withJournal(_ keeper: Keeper, _ body: (any DecisionJournal) throws -> Void) throws {
    switch keeper {
    case .memory: try body(InMemoryJournal())
    case .file:
      let folder = try TemporaryFolder()
      try body(SQLiteJournal(portfolio: "Main", folder: folder.path))
    }
  }

  @Test(
    "each kind of decision reads back as it was recorded, whatever its numbers and names", arguments: Keeper.allCases)
  func roundTrip(_ keeper: Keeper) throws {
    try withJournal(keeper) { journal in
      for decision in Samples.decisions {
        let kept = try journal.record(decision)
        #expect(kept.change == decision.change)
        #expect(try journal.decisions().last == kept, "\(decision)")
      }
      #expect(try journal.decisions().map(\.change) == Samples.decisions.map(\.change))
      #expect(try journal.decisions().map(\.at) == Samples.decisions.map(\.at))
      #expect(try journal.decisions().map(\.strategy) == Samples.decisions.map(\.strategy))
    }
  }

  @Test("numbers rise from 1 in the order of recording, whatever number was asked for", arguments: Keeper.allCases)
  func numbers(_ keeper: Keeper) throws {
    try withJournal(keeper) { journal in
      for asked in [0, 99, -5] as [Int64] {
        _ = try journal.record(
          Decision(id: asked, at: Timestamp(milliseconds: -asked), strategy: "Main", change: .review))
      }
      #expect(try journal.decisions().map(\.id) == [1, 2, 3])
    }
  }

  @Test(
    "what would not read back is refused and leaves no trace", arguments: Keeper.allCases,
    [
      .hedgeRatio(old: .nan, new: 1), .fill(Samples.fill(.nan)), .acknowledgement(alert: "drift/\0Main"),
    ] as [Decision.Change])
  func refusal(_ keeper: Keeper, _ change: Decision.Change) throws {
    try withJournal(keeper) { journal in
      let decision = Decision(at: Timestamp(milliseconds: 0), strategy: "Main", change: change)
      let error = #expect(throws: JournalError.self) { try journal.record(decision) }
      #expect(error?.kind == .notRepresentable)
      let kept = try journal.decisions()
      #expect(kept.isEmpty)
    }
  }

  @Test("many writers at once lose nothing and share no number", arguments: Keeper.allCases)
  func concurrency(_ keeper: Keeper) throws {
    try withJournal(keeper) { journal in
      DispatchQueue.concurrentPerform(iterations: 40) { index in
        let decision = Decision(at: Timestamp(milliseconds: Int64(index)), strategy: "Main", change: .review)
        #expect(throws: Never.self) { try journal.record(decision) }
      }
      let decisions = try journal.decisions()
      #expect(decisions.map(\.id) == Array(1...40))
      #expect(Set(decisions.map(\.at.milliseconds)) == Set(0..<40))
    }
  }
}
