import FoundationEssentials
import HedgeModel
import Testing

@testable import HedgeStore

/// Where another process has the pen nothing is decided, and what it decides is followed.
@Suite("Watching another's pen") @MainActor
struct PenLockTests {
  private static let holder = "hedgetop watch, pid 812, since 2023-11-14T22:13:20Z"

  private func fixture() throws -> StoreFixture {
    let fixture = try StoreFixture()
    fixture.priceAll()
    fixture.store.send(.journal(.watches(holder: Self.holder)))
    return fixture
  }

  @Test("every decision is refused with who has it, and the screen is told before one is tried")
  func refusal() throws {
    let fixture = try fixture()
    #expect(fixture.snapshot.decisionLocks[Book.strategy] == "\(Self.holder) has the pen: decide there")
    let requests: [DecisionRequest] = [
      .hedgeRatio(strategy: Book.strategy, 1), .fill(Book.leg, contracts: 1, price: 50_000),
      .undo(strategy: Book.strategy), .review(strategy: Book.strategy), .acknowledge(alerts: ["drift/Core"]),
    ]
    for request in requests {
      fixture.store.send(.decide(request))
      #expect(fixture.messages.first == "refused, \(Self.holder) has the pen: decide there")
    }
    #expect(try fixture.journal.decisions().isEmpty)
    fixture.store.send(.journal(.writes))
    #expect(fixture.snapshot.decisionLocks[Book.strategy] == nil)
    fixture.setRatio(1)
    #expect(fixture.hedgeRatio == 1)
  }

  @Test("a decision of the other's counts here as soon as it is told")
  func following() throws {
    let fixture = try fixture()
    let change = Decision.Change.hedgeRatio(old: Book.exactRatio, new: 1)
    fixture.store.send(.recorded(Decision(id: 1, at: Book.start, strategy: Book.strategy, change: change)))
    #expect(fixture.hedgeRatio == 1 && fixture.snapshot.undoable[Book.strategy]?.id == 1)
  }

  @Test("a journal that cannot be written locks nothing: the refusal comes with its reason")
  func unkept() throws {
    let fixture = try fixture()
    fixture.store.send(.journal(.unkept(reason: "the disk is full")))
    #expect(fixture.snapshot.decisionLocks[Book.strategy] == nil)
  }

  @Test("a decision keeps the command it was made in")
  func command() throws {
    let fixture = try StoreFixture()
    fixture.priceAll()
    fixture.store.send(.decide(.review(strategy: Book.strategy), by: "attach"))
    fixture.store.send(.decide(.review(strategy: Book.strategy)))
    #expect(try fixture.journal.decisions().map(\.command) == ["attach", nil])
  }

  @Test("the kept past stands before what was recorded here, and of strategies that are there only")
  func recalled() throws {
    let fixture = try StoreFixture()
    fixture.priceAll()
    let now = fixture.snapshot.now
    func sample(_ seconds: Int) -> StrategySample {
      StrategySample(at: now + .seconds(seconds), netBeta: 0.5, target: nil, marginRatio: nil, spotValue: 1)
    }
    let past = (-3000..<5).map(sample)
    fixture.store.send(.historyRecalled([Book.strategy: past, "Other": past]))
    fixture.pass(.seconds(10), pricing: true)
    let samples = try #require(fixture.snapshot.histories[Book.strategy]?.samples)
    #expect(fixture.snapshot.histories["Other"] == nil)
    #expect(samples.count <= 1440 && samples.first?.at == now - .seconds(3000))
    #expect(zip(samples, samples.dropFirst()).allSatisfy { $0.at < $1.at })
    #expect(samples.contains { $0.at == now && $0.netBeta != 0.5 } || samples.last?.netBeta != 0.5)
  }
}
