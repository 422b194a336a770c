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

  @Test("until the past is known, accrual is said to count from the start of the program")
  func incomplete() throws {
    let fixture = try fixture(openedAt: opened)
    #expect(fixture.strategy.legs[0].funding.accruedSince == Book.start)
    fixture.store.send(.fundingUnavailable(Book.perpetual, reason: "no history"))
    #expect(fixture.strategy.legs[0].funding.accruedSince == Book.start)
    #expect(fixture.messages.first?.contains("no history") == true)
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
