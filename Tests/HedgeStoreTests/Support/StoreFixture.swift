import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Journal
import MarketData

@testable import HedgeStore

/// A store on a fake feed, with its clock and journal in the test's hands.
@MainActor
final class StoreFixture {
  /// Hears the alerts; not the fixture itself, which would be held by the store it holds.
  private final class Listener: StoreObserver {
    private(set) var told: [AlertTransition] = []

    func storeDidTell(_ transition: AlertTransition) { told.append(transition) }
  }

  let clock: ManualClock
  let journal: any DecisionJournal
  let store: Store
  let feed = FakeFeed()
  private let listener = Listener()

  init(
    _ portfolio: Portfolio = Book.portfolio(), journal: any DecisionJournal = InMemoryJournal(),
    lastAlerts: [KeptAlert] = [], at start: Timestamp = Book.start
  ) throws {
    clock = ManualClock(start)
    self.journal = journal
    let settings = StoreSettings(
      portfolio: portfolio, feeds: [FakeFeed.standard], alertPolicy: AlertPolicy(), startedAt: start)
    store = Store(
      state: State(settings: settings, decisions: try journal.decisions(), lastAlerts: lastAlerts),
      lines: [FeedLine(feed)], journal: journal, clock: clock)
    store.add(listener)
  }

  var told: [AlertTransition] { listener.told }

  /// Alerts that were told of while they last.
  var rings: [Alert] { told.filter { $0.kind != .cleared }.map(\.alert) }

  var snapshot: HedgeSnapshot { store.snapshot }
  var strategy: StrategyFigures { snapshot.figures.strategies[0] }
  var netBeta: NetBetaFigures { strategy.netBeta }
  var hedgeRatio: Decimal { strategy.policy.aim.value }
  var contracts: Decimal { strategy.legs[0].leg.contracts }
  var messages: [String] { snapshot.log.map(\.message) }

  /// Posts a price of an instrument: a quote, and for futures the mark.
  func price(_ instrument: InstrumentID, _ price: Double, at instant: Timestamp? = nil) {
    let at = instant ?? clock.now()
    if let quote = Quote(price: price) { post(.quote(quote), of: instrument, at) }
    post(.mark(price), of: instrument, at)
  }

  /// Posts anything.
  func post(_ value: MarketUpdate.Value, of instrument: InstrumentID, _ at: Timestamp) {
    store.lines[0].inbox.post(.update(MarketUpdate(instrument: instrument, at: at, value: value)))
  }

  /// Posts a price of everything but the instruments left out, and refreshes.
  func priceAll(except missing: Set<InstrumentID> = [], factor: Double = 1) {
    for (instrument, price) in Book.prices where !missing.contains(instrument) {
      self.price(instrument, price * factor)
    }
    store.refresh()
  }

  /// Lets time pass, with or without new prices.
  func pass(_ duration: Duration, pricing: Bool = false) {
    clock.advance(by: duration)
    if pricing { priceAll() } else { store.refresh() }
  }

  func setRatio(_ ratio: Decimal) {
    store.send(.decide(.hedgeRatio(strategy: Book.strategy, ratio)))
  }

  func fill(_ contracts: Decimal, at price: Decimal = 50_000, leg: LegID = Book.leg) {
    store.send(.decide(.fill(leg, contracts: contracts, price: price)))
  }

  func undo() {
    store.send(.decide(.undo(strategy: Book.strategy)))
  }
}
