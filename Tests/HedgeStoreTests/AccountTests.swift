import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import MarketData
import Testing

@testable import HedgeStore

@Suite("Accounts that are read from their venue")
@MainActor
struct AccountTests {
  private static func portfolio(unread: Bool = false) -> Portfolio {
    let book = Book.portfolio()
    let accounts = book.accounts.map {
      Account(
        id: $0.id, convention: $0.convention, balances: $0.balances, tiers: $0.tiers, fees: $0.fees,
        isRead: $0.id == Book.account)
    }
    guard unread else { return book.with(accounts: accounts) }
    return book.with(accounts: accounts).with(
      strategies: book.strategies.map { $0.with(legs: [.unread(in: Book.account, of: "fake")]) })
  }

  private static func snapshot(at time: Timestamp, margin: Double = 400) -> AccountSnapshot {
    AccountSnapshot(
      at: time, balances: ["USD": 40_000],
      positions: [
        AccountPosition(
          instrument: Book.perpetual, contracts: -2, entryPrice: 50_000, venue: .init(maintenanceMargin: margin))
      ])
  }

  @Test("whose margin the venue reckons otherwise are told of, after it has lasted, until it is over")
  func reconciliation() throws {
    let fixture = try StoreFixture(Self.portfolio())
    for second in 0...40 {
      fixture.store.send(.accountRead(Book.account, Self.snapshot(at: fixture.clock.now(), margin: 500)))
      fixture.pass(.seconds(1), pricing: true)
      #expect(fixture.rings.isEmpty == (second < 30), "after \(second) s")
    }
    #expect(
      fixture.rings.map(\.message) == [
        "main: maintenance margin of BTC-PERP is -20.0 % off the venue's: the margin table"
      ])
    fixture.store.send(.accountRead(Book.account, Self.snapshot(at: fixture.clock.now())))
    fixture.pass(.seconds(1), pricing: true)
    #expect(fixture.snapshot.alerts.allSatisfy { $0.clearedAt != nil })
  }

  @Test("that were not read yet make everything built on them unknown, never flat, with that reason")
  func unread() throws {
    let fixture = try StoreFixture(Self.portfolio(unread: true))
    fixture.priceAll()
    let reasons = [
      fixture.netBeta.netBeta.unknownReason, fixture.netBeta.drift.unknownReason,
      fixture.strategy.legNotional.unknownReason, fixture.snapshot.figures.totals.shortNotional.unknownReason,
    ]
    for reason in reasons { #expect(reason?.detail == "the account main has not been read yet") }
    #expect(fixture.strategy.holdings[0].value.isFresh, "what does not rest on the account is known")
    #expect(fixture.snapshot.decisionLocks[Book.strategy] != nil)
  }

  @Test("have a wallet that is unknown until they were read, never empty, and say when they were")
  func wallet() throws {
    let fixture = try StoreFixture(Self.portfolio())
    fixture.priceAll()
    let words = "the account main has not been read yet"
    var account = try #require(fixture.snapshot.figures.accounts.first { $0.id == Book.account })
    #expect(account.walletBalance.unknownReason?.detail == words && account.equity.value == nil)
    #expect(fixture.snapshot.accountsReadAt.isEmpty && fixture.snapshot.reconciliations.isEmpty)
    fixture.store.send(.accountRead(Book.account, Self.snapshot(at: fixture.clock.now())))
    account = try #require(fixture.snapshot.figures.accounts.first { $0.id == Book.account })
    #expect(account.walletBalance.value == 40_000)
    #expect(fixture.snapshot.accountsReadAt == [Book.account: fixture.clock.now()])
  }

  @Test("whose coins were not read make the spot value unknown, and no row of it a number")
  func coins() throws {
    let book = Self.portfolio()
    let fixture = try StoreFixture(
      book.with(
        strategies: book.strategies.map {
          Strategy(
            name: $0.name, holdings: $0.holdings + [.unread(in: Book.account, of: "fake")], legs: $0.legs,
            policy: $0.policy)
        }))
    fixture.priceAll()
    let row = try #require(fixture.strategy.holdings.last)
    for reason in [row.quantity.unknownReason, row.price.unknownReason, row.beta.unknownReason] {
      #expect(reason?.detail == "coins of main not read yet")
    }
    #expect(fixture.strategy.spotValue.value == nil)
  }

  @Test("make figures stale when they were read too long ago, though prices are fresh, until they are read again")
  func stale() throws {
    let fixture = try StoreFixture(Self.portfolio())
    fixture.store.send(.accountRead(Book.account, Self.snapshot(at: Book.start)))
    fixture.priceAll()
    #expect(fixture.netBeta.verdict == .inBand)
    for _ in 1...31 { fixture.pass(.seconds(1), pricing: true) }
    #expect(fixture.netBeta.verdict == .stale)
    #expect(fixture.strategy.legs[0].notional.isStale)
    #expect(fixture.snapshot.figures.accounts[0].walletBalance.isStale)
    #expect(fixture.strategy.spotValue.isFresh)
    fixture.store.send(.accountRead(Book.account, Self.snapshot(at: fixture.clock.now())))
    #expect(fixture.netBeta.verdict == .inBand)
  }

  @Test("a reading dated in the future counts as of now, an older one changes nothing")
  func order() throws {
    let fixture = try StoreFixture(Self.portfolio())
    fixture.priceAll()
    fixture.store.send(.accountRead(Book.account, Self.snapshot(at: Book.start + .seconds(20))))
    fixture.store.send(.accountRead(Book.account, Self.snapshot(at: Book.start)))
    for _ in 1...45 { fixture.pass(.seconds(1), pricing: true) }
    #expect(fixture.netBeta.verdict == .inBand)
    for _ in 1...10 { fixture.pass(.seconds(1), pricing: true) }
    #expect(fixture.netBeta.verdict == .stale)
  }

  @Test("take no fills: they would count twice")
  func fills() throws {
    let fixture = try StoreFixture(Self.portfolio())
    fixture.store.send(.accountRead(Book.account, Self.snapshot(at: Book.start)))
    fixture.priceAll()
    fixture.fill(-1)
    #expect(fixture.contracts == -2)
    #expect(fixture.messages.first?.contains("a fill shows by itself") == true)
    let kept = Decision(
      id: 1, at: Book.start, strategy: Book.strategy,
      change: .fill(
        Fill(
          leg: Book.leg, contracts: -1, price: 50_000, fee: nil, oldContracts: -2, oldEntryPrice: 50_000,
          convention: .linear)))
    #expect(Self.portfolio().applying([kept]).strategies[0].legs[0].contracts == -2, "one kept from before counts not")
    #expect(Book.portfolio().applying([kept]).strategies[0].legs[0].contracts == -3)
  }
}
