import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Journal
import MarketData
import Testing

@testable import HedgeStore

@Suite("Decisions")
@MainActor
struct DecisionTests {
  private func ready(_ portfolio: Portfolio = Book.portfolio()) throws -> StoreFixture {
    let fixture = try StoreFixture(portfolio)
    fixture.priceAll()
    return fixture
  }

  @Test("a request changes nothing by itself: only what the journal has kept counts")
  func recordedFirst() {
    var state = State(settings: StoreSettings.book())
    _ = state.reduce(.refresh(now: Book.start, arrived: [.prices(at: Book.start)]))
    let before = state.figures
    let effects = state.reduce(.decide(.hedgeRatio(strategy: Book.strategy, 1)))
    #expect(state.figures == before && state.decisions.isEmpty)
    guard effects.count == 1, case .record(let decision) = effects[0] else {
      Issue.record("asked for \(effects), not for one record")
      return
    }
    #expect(decision.change == .hedgeRatio(old: Book.exactRatio, new: 1) && decision.at == Book.start)
    let kept = Decision(id: 7, at: decision.at, strategy: decision.strategy, change: decision.change)
    #expect(state.reduce(.recorded(kept)).isEmpty)
    #expect(state.figures.strategies[0].policy.hedgeRatio == 1)
    #expect(state.snapshot.undoable[Book.strategy] == kept)
  }

  @Test("a journal that fails leaves everything as it was, and says so each time")
  func failing() throws {
    let fixture = try StoreFixture(journal: FailingJournal())
    fixture.priceAll()
    let before = fixture.snapshot.figures
    for attempt in 1...2 {
      fixture.setRatio(1)
      #expect(fixture.snapshot.figures == before)
      #expect(fixture.snapshot.undoable.isEmpty)
      let told = fixture.snapshot.log.filter { $0.message.contains("NOT done") }
      #expect(told.count == attempt)
      #expect(told.first?.severity == .critical && told.first?.message.contains("the disk is full") == true)
    }
    fixture.fill(-1)
    fixture.store.send(.decide(.review(strategy: Book.strategy)))
    #expect(fixture.snapshot.figures == before)
  }

  @Test("a stale or unknown book refuses ratio changes and fills, with the reason", arguments: [true, false])
  func locked(isStale: Bool) throws {
    let fixture = try StoreFixture()
    fixture.priceAll(except: isStale ? [] : [Book.eth])
    if isStale { fixture.pass(.seconds(11)) }
    let reason = try #require(fixture.snapshot.decisionLocks[Book.strategy])
    #expect(reason.contains(isStale ? "stale" : "no price of fake:ETH"))
    fixture.setRatio(1)
    #expect(fixture.messages.first == "Core: refused, \(reason)")
    fixture.fill(-1)
    #expect(fixture.hedgeRatio == Book.exactRatio && fixture.contracts == -2)
    #expect(try fixture.journal.decisions().isEmpty)
  }

  @Test("a stale book still lets the last decision be taken back")
  func undoWhenStale() throws {
    let fixture = try ready()
    fixture.setRatio(1)
    fixture.pass(.seconds(20))
    fixture.undo()
    #expect(fixture.hedgeRatio == Book.exactRatio)
  }

  @Test("undo takes the last ratio change or fill back, each only once, then has nothing left")
  func undoing() throws {
    let fixture = try ready()
    fixture.setRatio(Decimal(9) / 10)
    fixture.store.send(.decide(.review(strategy: Book.strategy)))
    fixture.fill(-1, at: 51_000)
    #expect(fixture.contracts == -3 && fixture.hedgeRatio == Decimal(9) / 10)
    fixture.undo()
    #expect(fixture.contracts == -2 && fixture.hedgeRatio == Decimal(9) / 10)
    #expect(fixture.strategy.legs[0].leg.entryPrice == 50_000)
    fixture.undo()
    #expect(fixture.contracts == -2 && fixture.hedgeRatio == Book.exactRatio)
    #expect(fixture.snapshot.undoable[Book.strategy] == nil)
    let kept = try fixture.journal.decisions().count
    fixture.undo()
    #expect(fixture.messages.first == "Core: there is nothing to undo")
    #expect(try fixture.journal.decisions().count == kept)
  }

  @Test("undo takes back what was confirmed: when another decision came meanwhile it is refused")
  func undoConfirmed() throws {
    let fixture = try ready()
    fixture.setRatio(Decimal(9) / 10)
    let confirmed = try #require(fixture.snapshot.undoable[Book.strategy])
    fixture.fill(-1, at: 51_000)
    let kept = try fixture.journal.decisions().count
    fixture.store.send(.decide(.undo(strategy: Book.strategy, decision: confirmed.id)))
    #expect(fixture.messages.first == "Core: not undone, as another decision came meanwhile; look again")
    #expect(fixture.contracts == -3 && fixture.hedgeRatio == Decimal(9) / 10)
    #expect(try fixture.journal.decisions().count == kept)
  }

  @Test("a fill moves contracts, entry price and wallet exactly; taking it back restores them")
  func filling() throws {
    let fixture = try ready()
    let before = fixture.snapshot.figures
    fixture.fill(Decimal(5) / 10, at: 49_000)
    #expect(fixture.contracts == Decimal(-15) / 10)
    #expect(fixture.strategy.legs[0].leg.entryPrice == 50_000)
    #expect(fixture.snapshot.figures.accounts[0].walletBalance.value == 40_500)
    fixture.undo()
    #expect(fixture.snapshot.figures == before)
  }

  @Test("a restart with the same journal gives the same portfolio")
  func restart() throws {
    let journal = InMemoryJournal()
    let first = try StoreFixture(journal: journal)
    first.priceAll()
    first.setRatio(Decimal(9) / 10)
    first.fill(-1, at: 51_000)
    first.fill(-2, at: 52_000)
    first.undo()
    first.setRatio(Decimal(8) / 10)
    first.undo()
    let second = try StoreFixture(journal: journal)
    second.priceAll()
    #expect(second.hedgeRatio == Decimal(9) / 10 && second.contracts == -3)
    #expect(second.strategy.legs == first.strategy.legs)
    #expect(second.snapshot.figures.accounts == first.snapshot.figures.accounts)
    #expect(second.snapshot.undoable == first.snapshot.undoable)
  }

  @Test(
    "what cannot be is refused with words and not kept",
    arguments: [
      DecisionRequest.fill(Book.leg, contracts: 0, price: 50_000), .fill(Book.leg, contracts: 1, price: 0),
      .fill(Book.leg, contracts: 1, price: -1), .fill(Book.leg, contracts: .nan, price: 1),
      .fill(Book.leg, contracts: 1, price: .nan),
      .fill(LegID(strategy: "Core", instrument: Book.btc, account: "main"), contracts: 1, price: 1),
      .fill(LegID(strategy: "Other", instrument: Book.btc, account: "main"), contracts: 1, price: 1),
      .hedgeRatio(strategy: "Other", 1), .hedgeRatio(strategy: "Core", .nan), .undo(strategy: "Other"),
      .review(strategy: "Other"), .hedgeRatio(strategy: "Core", Book.exactRatio),
    ])
  func impossible(request: DecisionRequest) throws {
    let fixture = try ready()
    let before = (fixture.snapshot.figures, fixture.snapshot.log.count)
    fixture.store.send(.decide(request))
    #expect(fixture.snapshot.figures == before.0)
    #expect(fixture.snapshot.log.count == before.1 + 1)
    #expect(try fixture.journal.decisions().isEmpty)
  }

  @Test("only alerts that are active and not yet seen are acknowledged")
  func acknowledging() throws {
    let fixture = try ready(Book.portfolio(hedgeRatio: 0))
    for _ in 1...4 { fixture.pass(.seconds(1), pricing: true) }
    let id = "drift/Core"
    #expect(fixture.snapshot.alerts.contains { $0.id == id && $0.acknowledgedAt == nil })
    fixture.store.send(.decide(.acknowledge(alerts: [id, "drift/Nobody"])))
    #expect(fixture.snapshot.alerts.first { $0.id == id }?.acknowledgedAt == fixture.clock.now())
    fixture.store.send(.decide(.acknowledge(alerts: [id])))
    #expect(try fixture.journal.decisions().map(\.change) == [.acknowledgement(alert: id)])
    let rings = fixture.rings.filter { $0.id == id }.count
    for _ in 1...250 { fixture.pass(.seconds(8), pricing: true) }
    #expect(fixture.rings.filter { $0.id == id }.count == rings, "an alert that has been seen reminds nobody")
  }

  @Test("a snooze is kept, quiets what lasts, survives a restart, and ends by itself")
  func snoozing() throws {
    let journal = InMemoryJournal()
    let fixture = try StoreFixture(Book.portfolio(hedgeRatio: 0), journal: journal)
    fixture.priceAll()
    for _ in 1...4 { fixture.pass(.seconds(1), pricing: true) }
    let id = "drift/Core"
    fixture.store.send(.decide(.snooze(alerts: [id, "drift/Nobody"], for: .hours(1))))
    let until = fixture.clock.now() + .hours(1)
    #expect(journal.decisions().map(\.change) == [.snooze(alert: id, until: until)])
    #expect(fixture.snapshot.alerts.first { $0.id == id }?.snoozedUntil == until)
    let rings = fixture.rings.filter { $0.id == id }.count
    for _ in 1...250 { fixture.pass(.seconds(8), pricing: true) }
    #expect(fixture.rings.filter { $0.id == id }.count == rings, "reminded of while it was snoozed")
    let last = try #require(fixture.snapshot.alerts.first { $0.id == id })
    let known = KeptAlert(id: id, severity: last.severity.word.lowercased(), isOver: false, at: last.raisedAt)
    let restarted = try StoreFixture(
      Book.portfolio(hedgeRatio: 0), journal: journal, lastAlerts: [known], at: fixture.clock.now())
    restarted.priceAll()
    for _ in 1...4 { restarted.pass(.seconds(1), pricing: true) }
    #expect(restarted.snapshot.alerts.first { $0.id == id }?.snoozedUntil == until)
    #expect(restarted.rings.allSatisfy { $0.id != id })
    while restarted.clock.now() < until { restarted.pass(.seconds(8), pricing: true) }
    #expect(restarted.rings.contains { $0.id == id }, "it lasts, and the hour is over")
  }

  /// A book in breach, started an hour after its alert was acknowledged, by what is known of that alert.
  private func restarted(
    _ known: KeptAlert?, after wait: Duration = .zero, reconfigured: Bool = false
  ) throws -> StoreFixture {
    let journal = InMemoryJournal()
    _ = try journal.record(Decision(at: Book.start, strategy: "", change: .acknowledgement(alert: Self.drift)))
    let fixture = try StoreFixture(
      Book.portfolio(hedgeRatio: 0), journal: journal, lastAlerts: known.map { [$0] } ?? [],
      at: Book.start + .hours(1))
    fixture.pass(wait)
    if reconfigured {
      let settings = StoreSettings(
        portfolio: Book.portfolio(hedgeRatio: 0), feeds: [FakeFeed.standard], alertPolicy: .init(),
        startedAt: fixture.clock.now())
      fixture.store.send(.reconfigure(settings, reason: "positions have changed"))
    }
    fixture.priceAll()
    for _ in 1...4 { fixture.pass(.seconds(1), pricing: true) }
    return fixture
  }

  private nonisolated static let drift = "drift/Core"

  private nonisolated static func known(_ severity: String, isOver: Bool = false, at: Timestamp = Book.start)
    -> KeptAlert
  {
    KeptAlert(id: drift, severity: severity, isOver: isOver, at: at)
  }

  @Test("an acknowledgement survives a restart while the trouble goes on, and is not told again")
  func acknowledgedBeforeStart() throws {
    let restarted = try restarted(Self.known("critical"))
    #expect(restarted.snapshot.alerts.first { $0.id == Self.drift }?.acknowledgedAt == Book.start)
    #expect(restarted.rings.allSatisfy { $0.id != Self.drift })
  }

  @Test(
    "an acknowledgement hides nothing new: over since, worse since, worse now, later, or nothing known of it",
    arguments: [
      (known("critical", isOver: true, at: Book.start + .seconds(300)), .zero, false),
      (known("critical", at: Book.start + .seconds(300)), .zero, false), (known("warning"), .zero, false),
      (known("critical"), .seconds(120), false), (known("critical"), .seconds(120), true), (nil, .zero, false),
    ] as [(KeptAlert?, Duration, Bool)])
  func acknowledgedOther(known: KeptAlert?, wait: Duration, reconfigured: Bool) throws {
    let restarted = try restarted(known, after: wait, reconfigured: reconfigured)
    #expect(restarted.snapshot.alerts.first { $0.id == Self.drift }?.severity == .critical)
    #expect(restarted.snapshot.alerts.first { $0.id == Self.drift }?.acknowledgedAt == nil)
    #expect(restarted.rings.contains { $0.id == Self.drift })
  }
}

extension StoreSettings {
  /// The settings a test's state starts with.
  static func book(_ portfolio: Portfolio = Book.portfolio()) -> StoreSettings {
    StoreSettings(
      portfolio: portfolio, feeds: [FakeFeed.standard], alertPolicy: .init(), startedAt: Book.start)
  }
}

extension FeedArrivals {
  /// A price of everything at one instant.
  static func prices(at instant: Timestamp, factor: Double = 1) -> FeedArrivals {
    var contents = InboxContents()
    for (instrument, price) in Book.prices {
      if let quote = Quote(price: price * factor) {
        contents.insert(.update(MarketUpdate(instrument: instrument, at: instant, value: .quote(quote))))
      }
      contents.insert(.update(MarketUpdate(instrument: instrument, at: instant, value: .mark(price * factor))))
    }
    return FeedArrivals(feed: "fake", contents: contents)
  }
}
