import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import MarketData
import Testing

@testable import HedgeStore

@Suite("Funding received")
@MainActor
struct FundingDeskTests {
  private let opened = Book.start - .days(2)

  private func stamp(_ hours: Double, _ rate: Double = 0.0001, mark: Double? = 50_000) -> FundingStamp {
    FundingStamp(time: Book.start + .hours(hours), rate: rate, markPrice: mark)
  }

  private func fixture(
    contracts: Decimal = -2, inverse: Decimal = 0, openedAt: Timestamp? = nil
  ) throws -> StoreFixture {
    let fixture = try StoreFixture(
      Book.portfolio(contracts: contracts, inverseContracts: inverse, openedAt: openedAt))
    fixture.priceAll()
    return fixture
  }

  private func pay(_ stamp: FundingStamp, _ fixture: StoreFixture, of instrument: InstrumentID = Book.perpetual) {
    if fixture.clock.now() < stamp.time { fixture.clock.set(to: stamp.time) }
    fixture.store.lines[0].inbox.post(.fundingStamp(instrument, stamp))
    fixture.priceAll()
  }

  private func accrued(_ fixture: StoreFixture, leg: Int = 0) -> Double? {
    fixture.strategy.legs[leg].funding.accrued.value
  }

  @Test("each payment counts once, however often and in whatever order it is told")
  func once() throws {
    let fixture = try fixture()
    #expect(accrued(fixture) == 0)
    for hours in [16.0, 8, 16, 8, 24] { pay(stamp(hours), fixture) }
    #expect(accrued(fixture).map { abs($0 - 3 * 10) < 1e-9 } == true, "a short of 100,000 receives 10 each time")
  }

  @Test("history counts from the opening on; without an opening, from the start of the program")
  func opening() throws {
    let history = [-72.0, -48, -24, -8].map { stamp($0) }
    let open = try fixture(openedAt: opened)
    open.store.send(.fundingLoaded([LoadedFunding(Book.perpetual, since: opened, stamps: history)]))
    #expect(accrued(open).map { abs($0 - 20) < 1e-9 } == true, "not the payment at the opening itself")
    #expect(open.strategy.legs[0].funding.accruedSince == opened)
    let unopened = try fixture()
    unopened.store.send(.fundingLoaded([LoadedFunding(Book.perpetual, since: opened, stamps: history)]))
    #expect(accrued(unopened) == 0)
    #expect(unopened.strategy.legs[0].funding.accruedSince == Book.start)
  }

  @Test("a history that reaches back further than the opening is there for the price of the hedge, and accrues nothing")
  func longerHistory() throws {
    let year = (1...1095).map { stamp(-8 * Double($0)) }
    let short = try fixture(openedAt: opened)
    short.store.send(
      .fundingLoaded([LoadedFunding(Book.perpetual, since: opened, stamps: year.filter { $0.time > opened })]))
    let long = try fixture(openedAt: opened)
    long.store.send(.study([.carry]))
    long.store.send(.fundingLoaded([LoadedFunding(Book.perpetual, since: Book.start - .days(365), stamps: year)]))
    long.priceAll()
    #expect(accrued(long) == accrued(short) && accrued(long).map { abs($0 - 50) < 1e-9 } == true)
    #expect(long.strategy.legs[0].funding.accruedSince == opened)
    let price = try #require(long.snapshot.studies.prices?[Book.strategy])
    #expect(price.outcomes.value?.independentCount == 12)
    #expect(price.expectedCarry.value.map { abs($0 - 900) < 1e-6 } == true, "ninety payments of 10 in thirty days")
  }

  @Test(
    "until the past is known, and where it cannot be had, the sum since the opening is unknown, and says what is missing"
  )
  func incomplete() throws {
    let fixture = try fixture(openedAt: opened)
    let missing = "between \(opened.iso8601) and \(Book.start.iso8601) is not known"
    #expect(reason(fixture)?.contains(missing) == true)
    fixture.store.send(.fundingUnavailable(Book.perpetual, reason: "no history"))
    pay(stamp(8), fixture)
    #expect(accrued(fixture) == nil && reason(fixture)?.contains(missing) == true)
    #expect(fixture.strategy.legs[0].funding.accruedSince == opened)
    #expect(fixture.messages.contains { $0.contains("no history") })
    #expect(fixture.strategy.funding.accrued.value == nil, "neither is the sum over the legs")
  }

  private func reason(_ fixture: StoreFixture) -> String? {
    fixture.strategy.legs[0].funding.accrued.unknownReason?.detail
  }

  @Test("a history that begins long after what was asked for is no complete one")
  func shortHistory() throws {
    let fixture = try fixture(openedAt: opened)
    fixture.store.send(.fundingLoaded([LoadedFunding(Book.perpetual, since: opened, stamps: [stamp(-8), stamp(0)])]))
    #expect(reason(fixture)?.contains("between \(opened.iso8601)") == true)
    let silent = try self.fixture(openedAt: opened)
    silent.store.send(.fundingLoaded([LoadedFunding(Book.perpetual, since: opened, stamps: [])]))
    #expect(accrued(silent) == nil, "in two days there must have been a payment")
    let fresh = try self.fixture(openedAt: Book.start - .hours(3))
    fresh.store.send(
      .fundingLoaded([LoadedFunding(Book.perpetual, since: Book.start - .hours(3), stamps: [])]))
    #expect(accrued(fresh) == 0)
  }

  @Test("what was kept before the program stopped and what the feed still tells are one history, each payment once")
  func merged() throws {
    let fixture = try fixture(openedAt: opened)
    let kept = [-40.0, -32, -24].map { stamp($0) }
    fixture.store.send(
      .fundingLoaded([
        LoadedFunding(Book.perpetual, since: opened, until: Book.start - .hours(24), stamps: kept),
        LoadedFunding(Book.perpetual, since: opened, stamps: [-24.0, -16, -8, 0].map { stamp($0) }),
      ]))
    #expect(accrued(fixture).map { abs($0 - 60) < 1e-9 } == true, "six payments of 10")
  }

  @Test("after days off without a history the payments in between are missing, and named; told later, they are there")
  func daysOff() throws {
    let fixture = try fixture(openedAt: opened)
    let kept = LoadedFunding(
      Book.perpetual, since: opened, until: Book.start - .hours(24), stamps: [-40.0, -32, -24].map { stamp($0) })
    fixture.store.send(.fundingLoaded([kept]))
    let gap = "between \((Book.start - .hours(24)).iso8601) and \(Book.start.iso8601)"
    #expect(accrued(fixture) == nil && reason(fixture)?.contains(gap) == true)
    for hours in [-16.0, -8] { pay(stamp(hours), fixture) }
    #expect(accrued(fixture).map { abs($0 - 50) < 1e-9 } == true, "at the instrument's pace nothing fits between them")
  }

  @Test("a pause shorter than the time between two payments misses none")
  func shortPause() throws {
    let fixture = try fixture(openedAt: opened)
    let kept = LoadedFunding(
      Book.perpetual, since: opened, until: Book.start - .hours(4),
      stamps: [-44.0, -36, -28, -20, -12, -4].map { stamp($0) })
    fixture.store.send(.fundingLoaded([kept]))
    #expect(accrued(fixture).map { abs($0 - 60) < 1e-9 } == true)
  }

  @Test("a mark price that only the kept payment has is not lost to a history without it")
  func keptMarks() throws {
    let fixture = try fixture(openedAt: Book.start - .hours(10))
    fixture.store.send(
      .fundingLoaded([
        LoadedFunding(Book.perpetual, since: Book.start - .hours(10), until: Book.start, stamps: [stamp(-8)]),
        LoadedFunding(Book.perpetual, since: Book.start - .hours(10), stamps: [stamp(-8, mark: nil)]),
      ]))
    #expect(accrued(fixture).map { abs($0 - 10) < 1e-9 } == true)
  }

  @Test("a leg that was flat and opened by a recorded fill counts from that fill, also after a restart")
  func openedByFill() throws {
    let first = try StoreFixture(Book.portfolio(contracts: 0))
    first.priceAll()
    first.fill(-2)
    let second = try StoreFixture(Book.portfolio(contracts: 0), journal: first.journal, at: Book.start + .days(1))
    second.priceAll()
    #expect(second.strategy.legs[0].funding.accrued.value == nil)
    let stamps = [8.0, 16].map { stamp($0) }
    second.store.send(
      .fundingLoaded([
        LoadedFunding(Book.perpetual, since: Book.start - .days(365), until: Book.start + .days(1), stamps: stamps)
      ]))
    #expect(accrued(second).map { abs($0 - 20) < 1e-9 } == true)
    #expect(second.strategy.legs[0].funding.accruedSince == Book.start)
  }

  @Test("each payment of each leg is told exactly, with the contracts held then; what is kept is what was loaded")
  func book() throws {
    let fixture = try fixture(inverse: -1000, openedAt: Book.start)
    let before = fixture.store.fundingBook.version
    pay(FundingStamp(time: Book.start + .hours(8), rate: 0.0001, markPrice: 50_000.1), fixture)
    fixture.fill(1)
    pay(stamp(16, mark: nil), fixture, of: Book.inverse)
    pay(FundingStamp(time: Book.start + .hours(16), rate: -0.00025, markPrice: 49_999.9), fixture)
    let book = fixture.store.fundingBook
    #expect(book.version > before)
    let paid = book.payments
    #expect(paid.map(\.leg) == [Book.leg, Book.leg, Book.inverseLeg])
    #expect(paid.map(\.contracts) == [-2, -1, -1000])
    #expect(paid.map(\.amount) == ["10.00002", "-12.499975", "10"].map { Decimal(exactly: $0) })
    #expect(paid.map(\.rate) == ["0.0001", "-0.00025", "0.0001"].map { Decimal(exactly: $0) })
    #expect(paid.allSatisfy { $0.currency == "USD" })
    #expect(book.stamps.map(\.instrument) == [Book.inverse, Book.perpetual].sorted())
    let perpetual = try #require(book.stamps.first { $0.instrument == Book.perpetual })
    #expect(perpetual.spans == [FundingSpan(since: Book.start, until: Book.start + .hours(16))])
  }

  @Test("a fill changes what later payments are paid on; taken back, it is as if it had not been")
  func fills() throws {
    let fixture = try fixture()
    pay(stamp(8), fixture)
    fixture.fill(1)
    pay(stamp(16), fixture)
    #expect(accrued(fixture).map { abs($0 - 15) < 1e-9 } == true)
    fixture.undo()
    #expect(accrued(fixture).map { abs($0 - 20) < 1e-9 } == true, "at once, not with the next payment")
    pay(stamp(24), fixture)
    #expect(accrued(fixture).map { abs($0 - 30) < 1e-9 } == true)
  }

  @Test("after a restart the fills before it still count")
  func restart() throws {
    let first = try fixture()
    first.fill(1)
    let second = try StoreFixture(journal: first.journal, at: Book.start + .days(1))
    second.priceAll()
    pay(FundingStamp(time: Book.start + .days(2), rate: 0.0001, markPrice: 50_000), second)
    #expect(accrued(second).map { abs($0 - 5) < 1e-9 } == true)
  }

  @Test("contracts edited in the configuration are what fills recorded before are added to, at each payment")
  func edited() throws {
    let first = try fixture()
    first.fill(1)
    let second = try StoreFixture(
      Book.portfolio(contracts: -5), journal: first.journal, at: Book.start + .days(1))
    second.priceAll()
    #expect(second.contracts == -4)
    pay(FundingStamp(time: Book.start + .days(2), rate: 0.0001, markPrice: 50_000), second)
    #expect(accrued(second).map { abs($0 - 20) < 1e-9 } == true)
    #expect(second.store.fundingBook.payments.map(\.contracts) == [-4])
  }

  @Test("fills recorded before an account was read from its venue are in the positions read, and count no more")
  func readAccount() throws {
    let first = try fixture()
    first.fill(1)
    let second = try StoreFixture(
      Book.portfolio(contracts: -5).withAccountRead, journal: first.journal, at: Book.start + .days(1))
    second.store.send(.accountRead(Book.account, .standard(at: second.clock.now(), contracts: -5)))
    second.priceAll()
    #expect(second.contracts == -5)
    pay(FundingStamp(time: Book.start + .days(2), rate: 0.0001, markPrice: 50_000), second)
    #expect(accrued(second).map { abs($0 - 25) < 1e-9 } == true)
    #expect(second.store.fundingBook.payments.map(\.contracts) == [-5])
  }

  @Test("a flat leg of an account that is read was opened by none of the fills recorded before")
  func readOpening() throws {
    let first = try StoreFixture(Book.portfolio(contracts: 0))
    first.priceAll()
    first.fill(-2)
    let start = Book.start + .days(1)
    let second = try StoreFixture(Book.portfolio(contracts: 0).withAccountRead, journal: first.journal, at: start)
    second.store.send(.accountRead(Book.account, .standard(at: start, contracts: 0)))
    second.priceAll()
    #expect(accrued(second) == 0 && second.strategy.legs[0].funding.accruedSince == start)
  }

  @Test("a leg that is closed and opened again is paid on what it held at each payment")
  func reopened() throws {
    let fixture = try fixture()
    fixture.fill(2)
    pay(stamp(8), fixture)
    #expect(accrued(fixture) == 0)
    fixture.fill(-4)
    pay(stamp(16), fixture)
    #expect(accrued(fixture).map { abs($0 - 20) < 1e-9 } == true)
  }

  @Test("an inverse leg is paid on its constant notional")
  func inverse() throws {
    let fixture = try fixture(contracts: 0, inverse: -1000)
    pay(stamp(8, mark: 20_000), fixture, of: Book.inverse)
    #expect(accrued(fixture, leg: 1).map { abs($0 - 10) < 1e-9 } == true)
  }

  @Test("a payment without a mark price is counted at the mark known then; with none known the sum is unknown")
  func marks() throws {
    let known = try fixture()
    pay(stamp(8, mark: nil), known)
    #expect(accrued(known).map { abs($0 - 10) < 1e-9 } == true)
    let unknown = try StoreFixture()
    unknown.clock.set(to: Book.start + .hours(8))
    unknown.store.lines[0].inbox.post(.fundingStamp(Book.perpetual, stamp(8, mark: nil)))
    unknown.store.refresh()
    #expect(unknown.strategy.legs[0].funding.accrued.unknownReason?.kind == .notReceived)
  }

  @Test("a payment that is still to come does not count before its time, and does count then")
  func early() throws {
    let fixture = try fixture()
    fixture.store.send(.fundingLoaded([LoadedFunding(Book.perpetual, since: Book.start, stamps: [stamp(8)])]))
    #expect(accrued(fixture) == 0)
    fixture.pass(.hours(9), pricing: true)
    #expect(accrued(fixture).map { abs($0 - 10) < 1e-9 } == true)
  }
}

extension Portfolio {
  /// The same with the standard account read from its venue.
  var withAccountRead: Portfolio {
    with(
      accounts: accounts.map {
        Account(
          id: $0.id, convention: $0.convention, balances: $0.balances, tiers: $0.tiers, fees: $0.fees,
          isRead: $0.id == Book.account)
      })
  }
}

extension AccountSnapshot {
  /// The standard account as its venue tells it.
  static func standard(at time: Timestamp, contracts: Decimal) -> AccountSnapshot {
    AccountSnapshot(
      at: time, balances: ["USD": 40_000],
      positions: [AccountPosition(instrument: Book.perpetual, contracts: contracts, entryPrice: 50_000)])
  }
}
