import HedgeModel
import MarketData

@testable import Venues

/// A feed of a ``TestMarket`` with everything around it in the test's hands.
final class TestFeed {
  static let start = Timestamp(milliseconds: 1_700_000_000_000)

  let clock = ManualClock(TestFeed.start)
  let venue: TestVenue
  let sockets: TestSockets
  let ticker = HandTicker()
  let inbox = Inbox()
  let connection: VenueConnection
  let feed: VenueFeed
  private(set) var contents = InboxContents()

  init(
    _ market: TestMarket = TestMarket(), cache: any SpecificationCache = MemoryCache(), opensAtOnce: Bool = false
  ) {
    venue = TestVenue(clock)
    sockets = TestSockets(opensAtOnce: opensAtOnce)
    connection = VenueConnection(
      market, transport: venue, sockets: sockets, limiter: SharedRateLimiter(), cache: cache,
      clock: VenueClock(local: clock, wall: clock), pause: ClockPause(clock: clock), seed: 7)
    feed = connection.feed(ticker: ticker)
  }

  /// What was opened holds who hears of it, and that one what opens.
  deinit {
    feed.stop()
    sockets.forget()
  }

  /// Starts it and lets it go as far as it gets without time passing.
  func start(_ symbols: [String] = ["BTC-USD", "BTC-PERP"]) async {
    feed.start(symbols.map { InstrumentID(venue: "test", symbol: $0) }, into: inbox)
    await turn()
  }

  /// Starts it and makes its first connection live.
  func startLive(_ symbols: [String] = ["BTC-USD", "BTC-PERP"]) async {
    await start(symbols)
    sockets.last?.open()
    hear(0)
    await turn()
  }

  /// Turns the ticker until no question is under way.
  func turn() async {
    for _ in 0..<4 {
      ticker.turn()
      await feed.settle()
    }
    take()
  }

  /// Lets time pass in steps, with something to do before each.
  func pass(_ duration: Duration, step: Duration = .seconds(1), _ each: () -> Void = {}) async {
    let end = clock.now() + duration
    while clock.now() < end {
      clock.advance(by: step)
      each()
      ticker.turn()
      await feed.settle()
    }
    take()
  }

  /// Tells a price on a channel of the newest connection.
  func hear(_ channel: Int, price: Double = 100, at: Timestamp? = nil) {
    sockets.last?.deliver("{\"c\":\(channel),\"p\":\(price),\"t\":\((at ?? clock.now()).milliseconds)}")
  }

  func take() {
    let new = inbox.drain()
    for event in new.ordered { contents.insert(event) }
    for (instrument, book) in new.books {
      contents.insert(.update(MarketUpdate(instrument: instrument, at: book.at, value: .book(book.value))))
    }
    for (instrument, values) in new.latest {
      func insert(_ value: MarketUpdate.Value?, _ at: Timestamp?) {
        guard let value, let at else { return }
        contents.insert(.update(MarketUpdate(instrument: instrument, at: at, value: value)))
      }
      insert(values.quote.map { .quote($0.value) }, values.quote?.at)
      insert(values.mark.map { .mark($0.value) }, values.mark?.at)
      insert(values.funding.map { .funding($0.value) }, values.funding?.at)
    }
  }

  func quote(_ symbol: String) -> (value: Quote, at: Timestamp)? {
    contents.latest[InstrumentID(venue: "test", symbol: symbol)]?.quote
  }

  var signals: [FeedSignal] {
    contents.ordered.compactMap { if case .signal(let signal) = $0 { signal } else { nil } }
  }

  var warnings: [String] {
    signals.compactMap { if case .warning(let words) = $0 { words } else { nil } }
  }

  /// Signals but for warnings.
  var states: [FeedSignal] {
    signals.filter { if case .warning = $0 { false } else { true } }
  }
}
