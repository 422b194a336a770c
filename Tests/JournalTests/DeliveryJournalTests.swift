import Foundation
import GRDB
import HedgeModel
import Journal
import Testing

/// The contract of what keeps deliveries, on disk and in memory.
@Suite struct DeliveryJournalTests {
  enum Keeper: CaseIterable { case file, memory }

  private func withJournal(_ keeper: Keeper, _ body: (any DeliveryJournal) throws -> Void) throws {
    switch keeper {
    case .memory: try body(InMemoryDeliveries())
    case .file:
      let folder = try TemporaryFolder()
      try body(SQLiteJournal(portfolio: "Main", folder: folder.path))
    }
  }

  private static func delivery(_ content: String, _ channel: String = "phone") -> KeptDelivery {
    KeptDelivery(channel: channel, at: Timestamp(milliseconds: 5), content: content)
  }

  @Test("what is kept reads back in order with rising numbers, whatever its texts", arguments: Keeper.allCases)
  func roundTrip(_ keeper: Keeper) throws {
    try withJournal(keeper) { journal in
      let kept = try journal.keep(Samples.texts.map { Self.delivery($0, $0) })
      #expect(kept.map(\.content) == Samples.texts && kept.map(\.channel) == Samples.texts)
      #expect(kept.map(\.id) == Array(1...Int64(Samples.texts.count)))
      #expect(try journal.deliveries() == kept)
    }
  }

  @Test(
    "what was told is forgotten and its number not given again; unknown numbers do not count",
    arguments: Keeper.allCases)
  func forgetting(_ keeper: Keeper) throws {
    try withJournal(keeper) { journal in
      _ = try journal.keep([Self.delivery("a"), Self.delivery("b"), Self.delivery("c")])
      try journal.forget(deliveries: [3, 1, 99])
      #expect(try journal.deliveries().map(\.content) == ["b"])
      try journal.forget(deliveries: [])
      #expect(try journal.keep([Self.delivery("d")]).map(\.id) == [4])
    }
  }

  @Test("of a channel the newest state is known", arguments: Keeper.allCases)
  func states(_ keeper: Keeper) throws {
    func state(_ name: String, _ word: String, _ at: Int64) -> KeptChannelState {
      KeptChannelState(name: name, state: word, words: "\(word) 'of' \(name)", at: Timestamp(milliseconds: at))
    }
    try withJournal(keeper) { journal in
      for state in [state("phone", "ok", 1), state("hook", "ok", 2), state("phone", "retrying", 3)] {
        try journal.note(state)
      }
      #expect(try journal.channelStates() == [state("hook", "ok", 2), state("phone", "retrying", 3)])
    }
  }

  @Test("of several that are kept together one that cannot be leaves no trace of the others")
  func allOrNone() throws {
    let folder = try TemporaryFolder()
    let journal = try SQLiteJournal(portfolio: "Main", folder: folder.path)
    let error = #expect(throws: JournalError.self) { try journal.keep([Self.delivery("a"), Self.delivery("b\0")]) }
    #expect(error?.kind == .notRepresentable)
    #expect(try journal.deliveries().isEmpty)
  }

  @Test("deliveries of two processes stand side by side")
  func twoWriters() throws {
    let folder = try TemporaryFolder()
    let first = try SQLiteJournal(portfolio: "Main", folder: folder.path)
    let second = try SQLiteJournal(portfolio: "Main", folder: folder.path)
    _ = try first.keep([Self.delivery("a")])
    _ = try second.keep([Self.delivery("b")])
    #expect(try first.deliveries().map(\.content) == ["a", "b"])
  }
}
