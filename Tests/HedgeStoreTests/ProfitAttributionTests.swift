import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import MarketData
import Testing

@testable import HedgeStore

/// The standard book: 2 BTC, 20 ETH (beta 1.2) and a short of 2 from 50,000, whose opening is stated or not.
@Suite("Profit by its causes")
@MainActor
struct ProfitAttributionTests {
  private static let opened = Book.start - .hours(4)

  private func fixture(openedAt: Timestamp? = Book.start, pricing: Bool = true) throws -> StoreFixture {
    let fixture = try StoreFixture(Book.portfolio(openedAt: openedAt))
    for instrument in [Book.btc, Book.eth] {
      let request = HistoryRequest(instrument: instrument, interval: .hour, count: 1, end: Book.start)
      let bar = Bar(close: Book.start, price: Book.prices[instrument])
      fixture.store.send(.historyLoaded([LoadedHistory(request: request, bars: [bar])]))
    }
    if pricing { fixture.priceAll() }
    return fixture
  }

  private func parts(
    _ fixture: StoreFixture, since period: AttributionPeriod = .start, of leg: LegID? = nil
  ) -> AttributionParts {
    let figures = fixture.snapshot.attribution.figures(of: Book.strategy, since: period)
    guard let leg else { return figures.total }
    return figures.positions.first { $0.id == .leg(leg) }?.parts ?? .zero
  }

  private func move(_ fixture: StoreFixture, by factor: Double, after time: Duration = .seconds(1)) {
    fixture.clock.advance(by: time)
    fixture.priceAll(factor: factor)
  }

  private func pay(_ stamp: FundingStamp, _ fixture: StoreFixture, factor: Double = 1) {
    if fixture.clock.now() < stamp.time { fixture.clock.set(to: stamp.time) }
    fixture.store.lines[0].inbox.post(.fundingStamp(Book.perpetual, stamp))
    fixture.priceAll(factor: factor)
  }

  private func stamp(_ hours: Double) -> FundingStamp {
    FundingStamp(time: Book.start + .hours(hours), rate: 0.001, markPrice: 50_000)
  }

  @Test("until the prices are complete nothing is known, and then every part of a move is")
  func parts() throws {
    let fixture = try fixture(pricing: false)
    fixture.priceAll(except: [Book.eth])
    #expect(parts(fixture).total.unknownReason?.kind == .notReceived)
    fixture.priceAll()
    #expect(parts(fixture).total.value == 0)
    move(fixture, by: 0.9)
    let total = parts(fixture)
    // Coins −15,000, short +10,000; the benchmark −10 %: 100,000 + 60,000 − 100,000 of beta-dollars.
    #expect(total.total.value.map { abs($0 + 5_000) < 1e-6 } == true)
    #expect(total.beta.value.map { abs($0 + 6_000) < 1e-6 } == true)
    #expect(total.alpha.value.map { abs($0 - 1_000) < 1e-6 } == true)
    #expect(total.basis.value.map { abs($0) < 1e-6 } == true)
    #expect(total.residual.value.map { $0.magnitude < Decimal(1) / 100 } == true)
    let portfolio = fixture.snapshot.attribution.total(of: [Book.strategy], since: .start)
    #expect(portfolio == total)
  }

  @Test("funding is received once, by the contracts held at its stamp")
  func funding() throws {
    let fixture = try fixture()
    for hours in [8.0, 16, 8] { pay(stamp(hours), fixture) }
    #expect(parts(fixture).funding.value == 200)
    fixture.fill(1)
    pay(stamp(24), fixture)
    // Told late, of the time before the fill.
    pay(FundingStamp(time: Book.start + .hours(12), rate: 0.001, markPrice: 50_000), fixture)
    #expect(parts(fixture).funding.value == 350)
    #expect(parts(fixture, since: .rebalance).funding.value == 50)
    #expect(parts(fixture).residual.value.map { $0.magnitude < Decimal(1) / 100 } == true)
  }

  @Test("a fill costs the taker's fee and its slippage against the mark, from the rebalance on")
  func fill() throws {
    let fixture = try fixture()
    move(fixture, by: 0.9)
    fixture.fill(-1, at: 44_900)
    let since = parts(fixture, since: .rebalance)
    #expect(since.slippage.value == -100)
    #expect(since.fees.value == Decimal(-2_245) / 100)
    #expect(since.total.value == -122.45)
    move(fixture, by: 0.8)
    #expect(parts(fixture, since: .rebalance, of: Book.leg).beta.value.map { abs($0 - 15_000) < 1e-6 } == true)
    #expect(parts(fixture).residual.value.map { $0.magnitude < Decimal(1) / 100 } == true)
    #expect(
      fixture.snapshot.attribution.figures(of: Book.strategy, since: .rebalance).since == Book.start + .seconds(1))
  }

  @Test("a fill taken back leaves no trace, but the funding paid meanwhile is paid on what was held")
  func undo() throws {
    let plain = try fixture()
    let taken = try fixture()
    taken.fill(-1, at: 44_900)
    for fixture in [plain, taken] { pay(stamp(8), fixture, factor: 0.9) }
    #expect(parts(taken).funding.value == 150)
    taken.undo()
    for fixture in [plain, taken] { move(fixture, by: 0.8) }
    for period in AttributionPeriod.allCases {
      let (left, right) = (parts(plain, since: period), parts(taken, since: period))
      for part in AttributionPart.allCases where part != .beta && part != .alpha {
        let (one, other) = (try #require(left[part].value), try #require(right[part].value))
        #expect(abs(one - other) < 1e-6, "\(period) \(part)")
      }
      #expect(right.residual.value.map { $0.magnitude < Decimal(1) / 100 } == true)
    }
  }

  @Test("an earlier start of the program does not matter: the fills of the journal are recalled")
  func restart() throws {
    let before = try fixture(openedAt: Self.opened)
    before.fill(-1, at: 44_900)
    let after = try StoreFixture(
      Book.portfolio(openedAt: Self.opened), journal: before.journal, at: Book.start + .hours(1))
    after.store.send(.fundingLoaded([LoadedFunding(Book.perpetual, since: Self.opened, stamps: [])]))
    after.priceAll(factor: 0.8)
    let leg = parts(after, of: Book.leg)
    // −2 from 50,000 and −1 from 44,900 to 40,000, less the taker's fee.
    #expect(leg.total.value == 20_000 + 4_900 - 22.45)
    #expect(leg.residual.value.map { $0.magnitude < Decimal(1) / 100 } == true)
    // The short of the configuration has no mid at its opening; the fill has its own.
    #expect(leg.slippage.value == -5_100 && leg.beta.value == nil)
    #expect(parts(after, since: .rebalance, of: Book.leg).total.value == 0)
    #expect(parts(after, since: .rebalance, of: Book.leg).beta.value == 0)
  }

  @Test("the split since an opening needs the market of then: a bar that closed within the hour before")
  func bars() throws {
    for isThere in [true, false] {
      let fixture = try fixture(openedAt: Self.opened, pricing: false)
      let close = Self.opened - Duration.hours(isThere ? 0.5 : 3)
      let request = HistoryRequest(instrument: Book.btc, interval: .hour, count: 1, end: close)
      let bar = Bar(close: close, price: 50_000)
      fixture.store.send(.historyLoaded([LoadedHistory(request: request, bars: [bar])]))
      fixture.store.send(.fundingLoaded([LoadedFunding(Book.perpetual, since: Self.opened, stamps: [stamp(-2)])]))
      fixture.priceAll(factor: 0.9)
      let leg = parts(fixture, of: Book.leg)
      #expect(leg.total.value.map { abs($0 - 10_100) < 1e-6 } == true)
      #expect(leg.funding.value == 100)
      #expect(leg.beta.value.map { abs($0 - 10_000) < 1e-6 } == (isThere ? true : nil))
    }
  }

  @Test("funding of the past that cannot be had makes the profit since the start unknown, not that of today")
  func missingFunding() throws {
    for opening in [nil, Book.start - .days(2)] {
      let fixture = try fixture(openedAt: opening)
      move(fixture, by: 0.9)
      #expect(parts(fixture, of: Book.leg).funding.unknownReason != nil)
      #expect(parts(fixture, of: Book.leg).total.value == nil)
      #expect(parts(fixture, of: Book.leg).basis.unknownReason != nil)
      #expect(parts(fixture, since: .rebalance, of: Book.leg).total.value == 10_000)
    }
    let complete = try fixture(openedAt: Book.start - .days(2))
    complete.store.send(
      .fundingLoaded([
        LoadedFunding(
          Book.perpetual, since: Book.start - .days(2), stamps: [-40, -32, -24, -16, -8].map { stamp($0) })
      ]))
    move(complete, by: 0.9)
    #expect(parts(complete, of: Book.leg).total.value == 10_500)
  }

  @Test("funding from before an opening is nobody's, and neither is that of the past where no opening is stated")
  func longerHistory() throws {
    let year = (1...1095).map { stamp(-8 * Double($0)) }
    for isEarly in [true, false] {
      let opened = try fixture(openedAt: Self.opened, pricing: false)
      let unstated = try fixture(openedAt: nil, pricing: false)
      for fixture in [opened, unstated] {
        if !isEarly { fixture.priceAll() }
        fixture.store.send(
          .fundingLoaded([LoadedFunding(Book.perpetual, since: Book.start - .days(365), stamps: year)]))
        fixture.priceAll()
        move(fixture, by: 0.9)
      }
      // None was paid in the four hours since the opening.
      #expect(parts(opened, of: Book.leg).funding.value == 0)
      #expect(parts(opened, of: Book.leg).total.value == 10_000)
      #expect(parts(unstated, of: Book.leg).funding.unknownReason?.kind == .notConfigured)
      #expect(parts(unstated, since: .rebalance, of: Book.leg).funding.value == 0)
      #expect(parts(unstated, since: .rebalance, of: Book.leg).total.value == 10_000)
    }
  }

  @Test("a strategy's periods are the same asked together and one by one; it names its positions")
  func together() throws {
    let fixture = try fixture()
    #expect(fixture.snapshot.attribution.positions(of: Book.strategy).count == 4)
    #expect(fixture.snapshot.attribution.positions(of: "none").isEmpty)
    move(fixture, by: 0.9)
    fixture.fill(-1, at: 44_900)
    let attribution = fixture.snapshot.attribution
    for name in [Book.strategy, "none"] {
      let all = attribution.figures(of: name, since: AttributionPeriod.allCases)
      #expect(all == AttributionPeriod.allCases.map { attribution.figures(of: name, since: $0) })
    }
    #expect(attribution.shared(since: .start) == nil)
  }

  @Test("reading the configuration again keeps the ledgers of what stays the same")
  func reconfigure() throws {
    let fixture = try fixture()
    move(fixture, by: 0.9)
    func settings(_ portfolio: Portfolio) -> StoreSettings {
      StoreSettings(
        portfolio: portfolio, feeds: [FakeFeed.standard], alertPolicy: .init(), startedAt: Book.start)
    }
    fixture.store.send(.reconfigure(settings(Book.portfolio(hedgeRatio: 1, openedAt: Book.start))))
    move(fixture, by: 0.9)
    #expect(parts(fixture, since: .today).total.value.map { abs($0 + 5_000) < 1e-6 } == true)
    fixture.store.send(.reconfigure(settings(Book.portfolio(contracts: -1, openedAt: Book.start))))
    move(fixture, by: 0.9)
    #expect(parts(fixture, since: .rebalance).total.value == 0)
  }

  /// The standard short, and a strategy beside it that holds 2 BTC and has no contracts in the account of coins; the
  /// first strategy has a leg there as well where the account is shared.
  private func wallets(cash: Decimal, coins: Decimal, isShared: Bool = false) -> StoreSettings {
    let book = Book.portfolio(openedAt: Book.start)
    let core = book.strategies[0]
    let other = Strategy(
      name: "Other", holdings: [core.holdings[0]], legs: [core.legs[1]],
      policy: HedgePolicy(hedgeRatio: 0, beta: core.policy.beta, mode: .benchmark(Book.inverse)))
    let accounts = book.accounts.map { $0.with(balances: $0.id == Book.account ? ["USD": cash] : ["BTC": coins]) }
    return StoreSettings(
      portfolio: book.with(strategies: [isShared ? core : core.with(legs: [core.legs[0]]), other])
        .with(accounts: accounts),
      feeds: [FakeFeed.standard], alertPolicy: .init(), startedAt: Book.start)
  }

  private func today(_ fixture: StoreFixture, _ name: String) -> Double? {
    fixture.snapshot.attribution.figures(of: name, since: .today).total.total.value?.rounded()
  }

  @Test("a wallet of cash that changes leaves the ledgers as they are; of coins those begin again that hold them")
  func walletsOfOne() throws {
    let fixture = try StoreFixture(wallets(cash: 40_000, coins: 1).portfolio)
    fixture.priceAll()
    move(fixture, by: 0.9)
    #expect(today(fixture, Book.strategy) == -5_000 && today(fixture, "Other") == -15_000)
    fixture.store.send(.reconfigure(wallets(cash: 40_010, coins: 1)))
    move(fixture, by: 0.9)
    #expect(today(fixture, Book.strategy) == -5_000 && today(fixture, "Other") == -15_000)
    fixture.store.send(.reconfigure(wallets(cash: 40_010, coins: 2)))
    move(fixture, by: 0.9)
    #expect(today(fixture, Book.strategy) == -5_000 && today(fixture, "Other") == 0)
    move(fixture, by: 0.8)
    #expect(today(fixture, "Other") == -20_000, "with the coins there are now")
  }

  @Test("coins of an account that several use begin again without any strategy")
  func walletsOfSeveral() throws {
    let fixture = try StoreFixture(wallets(cash: 40_000, coins: 1, isShared: true).portfolio)
    fixture.priceAll()
    move(fixture, by: 0.9)
    func shared() -> Double? { fixture.snapshot.attribution.shared(since: .today)?.total.total.value?.rounded() }
    #expect(today(fixture, Book.strategy) == -5_000 && shared() == -5_000)
    for (cash, coins, expected) in [(40_010, 1, -5_000.0), (40_010, 2, 0)] {
      fixture.store.send(.reconfigure(wallets(cash: Decimal(cash), coins: Decimal(coins), isShared: true)))
      move(fixture, by: 0.9)
      #expect(today(fixture, Book.strategy) == -5_000 && today(fixture, "Other") == -10_000)
      #expect(shared() == expected)
    }
  }

  /// Started an hour later with the journal of `before`, and with the account read from its venue: it holds -3.
  private func readAnHourLater(_ before: StoreFixture) throws -> StoreFixture {
    let after = try StoreFixture(
      Book.portfolio(contracts: -3, openedAt: Self.opened).withAccountRead, journal: before.journal,
      at: Book.start + .hours(1))
    after.store.send(.accountRead(Book.account, .standard(at: after.clock.now(), contracts: -3)))
    after.store.send(.fundingLoaded([LoadedFunding(Book.perpetual, since: Self.opened, stamps: [])]))
    return after
  }

  @Test("fills recorded before an account was read from its venue are in the positions read, and count no more")
  func readAccount() throws {
    let before = try fixture(openedAt: Self.opened)
    before.fill(-1, at: 44_900)
    let after = try readAnHourLater(before)
    after.priceAll(factor: 0.8)
    #expect(
      parts(after, of: Book.leg).total.value?.rounded() == 30_000, "3 from 50,000 to 40,000, and no fee of a fill")
    move(after, by: 0.7)
    #expect(parts(after, since: .rebalance, of: Book.leg).total.value?.rounded() == 15_000)
    after.undo()
    #expect(parts(after, since: .rebalance, of: Book.leg).total.value?.rounded() == 15_000, "it had not counted")
    pay(stamp(8), after, factor: 0.7)
    #expect(parts(after, of: Book.leg).funding.value == 150)
  }

  @Test("what is held of a leg that is read is what funding is paid on, whatever was recorded before")
  func readFunding() throws {
    let before = try fixture(openedAt: Self.opened)
    before.fill(-1, at: 44_900)
    let after = try readAnHourLater(before)
    after.priceAll()
    pay(stamp(8), after)
    #expect(parts(after, of: Book.leg).funding.value == 150)
  }

  @Test("a fill keeps the mid it was made at, exactly; after another start slippage is what it was before it")
  func mid() throws {
    let before = try fixture(openedAt: Self.opened)
    before.post(
      .quote(try #require(Quote(price: 45_000.1, bid: 45_000.1, ask: 45_000.2))), of: Book.perpetual,
      before.clock.now())
    before.store.refresh()
    before.fill(-1, at: 44_900)
    let kept = try before.journal.decisions().compactMap { decision -> Fill? in
      if case .fill(let fill) = decision.change { fill } else { nil }
    }
    #expect(kept.map(\.mid) == [Decimal(exactly: "45000.15")])
    let lost = Decimal(exactly: "-100.15")
    #expect(parts(before, since: .rebalance, of: Book.leg).slippage.value == lost)
    let after = try StoreFixture(
      Book.portfolio(openedAt: Self.opened), journal: before.journal, at: Book.start + .hours(1))
    after.store.send(.fundingLoaded([LoadedFunding(Book.perpetual, since: Self.opened, stamps: [])]))
    after.priceAll(factor: 0.8)
    #expect(parts(after, of: Book.leg).slippage.value == lost)
    #expect(parts(after, of: Book.leg).residual.value.map { $0.magnitude < Decimal(1) / 100 } == true)
  }
}
