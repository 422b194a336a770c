import FakeExchange
import HedgeModel
import MarketData
import Testing
import VenueTestServer
import VenueTransport

@testable import Venues

/// A feed of Binance's futures over the real network to an exchange on this machine, on a clock that only the test
/// moves. What the feed tells is looked at as it comes: no price may bear a time at which it was not the price any more.
final class FaultBench {
  static let start = Timestamp(milliseconds: 1_700_000_000_000)
  static let bitcoin = InstrumentID(venue: "binance-usdm", symbol: "BTCUSDT")
  static let ether = InstrumentID(venue: "binance-usdm", symbol: "ETHUSDT")
  static let books = "/public/stream"
  static let marks = "/market/stream"

  let clock = ManualClock(FaultBench.start)
  let market: FakeMarket
  let binance: FakeBinance
  let feed: VenueFeed
  private let ticker = HandTicker()
  private let inbox = Inbox()
  private(set) var contents = InboxContents()

  /// - Parameters:
  ///   - certificate: what the exchange shows of itself; nil for one without TLS.
  ///   - hosts: other hosts than those of the exchange.
  init(_ certificate: TestCertificate? = nil, hosts: (rest: String, stream: String)? = nil) async throws {
    market = FakeMarket(clock: clock)
    binance = try await FakeBinance(market, certificate: certificate)
    let network = try NetworkTransport(trusting: TestCertificate.authority(), environment: [:])
    let connection = VenueConnection(
      BinanceMarket(
        .usdMargined, restBase: hosts?.rest ?? binance.http.rest, streamBase: hosts?.stream ?? binance.http.stream),
      transport: network, sockets: network, limiter: SharedRateLimiter(), clock: VenueClock(local: clock, wall: clock),
      pause: ClockPause(clock: clock), seed: 7)
    feed = connection.feed(ticker: ticker)
  }

  var server: VenueTestServer { binance.http.server }
  var host: String { "127.0.0.1:\(server.port)" }

  func begin() { feed.start([Self.bitcoin, Self.ether], into: inbox) }

  /// Starts it and waits until prices come on both streams.
  func startLive() async throws {
    begin()
    try await reachLive()
  }

  func stop() async {
    feed.stop()
    await server.stop()
  }

  // MARK: Time and prices

  /// Turns the ticker, lets questions end, and takes what came.
  func turn() async {
    ticker.turn()
    await feed.settle()
    take()
  }

  /// Turns until prices come again on every stream.
  func reachLive(_ location: SourceLocation = #_sourceLocation) async throws {
    try await reach("a connection", location) {
      self.clock.advance(by: .milliseconds(10))
      return self.state == .connected
    }
    try await push(location)
  }

  /// Turns until the condition holds, without a wait by the clock of the test.
  func reach(
    _ what: String, _ location: SourceLocation = #_sourceLocation, _ condition: () -> Bool
  ) async throws {
    for _ in 0..<10_000 {
      await turn()
      if condition() { return }
      try await Task.sleep(for: .milliseconds(2))
    }
    Issue.record("waited in vain for \(what); state \(String(describing: state))", sourceLocation: location)
    throw CancellationError()
  }

  /// Moves the price, tells it on the streams, and waits until it has come.
  func push(
    books: Bool = true, marks: Bool = true, _ location: SourceLocation = #_sourceLocation
  ) async throws {
    clock.advance(by: .milliseconds(1))
    market.step()
    if books { server.perform(market.coins.map { .text(binance.book(of: $0)) }, at: Self.books) }
    if marks { server.perform(market.coins.map { .text(binance.markPrice(of: $0)) }, at: Self.marks) }
    try await reach("the price of now", location) {
      (!books || self.showsQuoteOfNow) && (!marks || self.showsMarkOfNow)
    }
  }

  var showsQuoteOfNow: Bool { showsNow { $0.quote?.value.price } }
  var showsMarkOfNow: Bool { showsNow { $0.mark?.value } }

  /// Of both instruments: what comes of one only after the clock was moved on would be heard later than the other.
  private func showsNow(_ price: (InboxContents.LatestValues) -> Double?) -> Bool {
    [(Self.bitcoin, "BTC"), (Self.ether, "ETH")].allSatisfy { instrument, coin in
      contents.latest[instrument].flatMap(price).map { abs($0 - binance.mark(of: coin)) < 0.001 } ?? false
    }
  }

  // MARK: What was told

  var quote: (value: Quote, at: Timestamp)? { contents.latest[Self.bitcoin]?.quote }
  var mark: (value: Double, at: Timestamp)? { contents.latest[Self.bitcoin]?.mark }

  private var signals: [FeedSignal] {
    contents.ordered.compactMap { if case .signal(let signal) = $0 { signal } else { nil } }
  }

  /// How the feed stands.
  var state: FeedSignal? { signals.last { if case .warning = $0 { false } else { true } } }

  /// Why it does not, and when it tries again; nil while it does.
  var failure: (message: String, retryAt: Timestamp?)? {
    if case .failed(let message, let retryAt) = state { (message, retryAt) } else { nil }
  }

  var warnings: [String] { signals.compactMap { if case .warning(let words) = $0 { words } else { nil } } }

  private func take() {
    let new = inbox.drain()
    for event in new.ordered { contents.insert(event) }
    for (instrument, values) in new.latest {
      func insert(_ value: MarketUpdate.Value, _ at: Timestamp) {
        contents.insert(.update(MarketUpdate(instrument: instrument, at: at, value: value)))
      }
      if let quote = values.quote {
        checkAge(of: quote.value.price, instrument, quote.at)
        insert(.quote(quote.value), quote.at)
      }
      if let mark = values.mark {
        checkAge(of: mark.value, instrument, mark.at)
        insert(.mark(mark.value), mark.at)
      }
    }
  }

  /// No old price as new: when the next price was told already, this one bears no later time.
  private func checkAge(of price: Double, _ instrument: InstrumentID, _ at: Timestamp) {
    let told = market.told(of: String(instrument.symbol.dropLast(4)))
    guard let place = told.lastIndex(where: { abs(($0.price * 1.001 * 100).rounded() / 100 - price) < 0.001 }) else {
      Issue.record("\(price) of \(instrument) was never told")
      return
    }
    guard place + 1 < told.count else { return }
    #expect(at <= told[place + 1].at, "\(price) of \(instrument) bears a time at which it was old")
  }
}
