import HedgeModel
import Synchronization
import Testing

@testable import MarketData

@Suite("A feed that several share")
struct SharedFeedTests {
  /// Tells what it was asked for, and delivers what it is handed.
  private final class HandFeed: PriceFeed {
    let starts = Mutex<[[InstrumentID]]>([])
    let depths = Mutex<[[InstrumentID]]>([])
    let stops = Mutex(0)
    private let inbox = Mutex<Inbox?>(nil)

    var identity: FeedIdentity { FeedIdentity(name: "v", label: "V", isLive: true, staleAfter: .seconds(5)) }
    func instruments() async throws -> [Instrument] { [] }
    func history(_ request: HistoryRequest) async throws -> [Bar] { [Bar(close: request.end, price: 7)] }
    func fundingHistory(of instrument: InstrumentID, since: Timestamp) async throws -> [FundingStamp] {
      [FundingStamp(time: since, rate: 0.1, markPrice: nil)]
    }

    func start(_ instruments: [InstrumentID], into inbox: Inbox) {
      starts.withLock { $0.append(instruments) }
      self.inbox.withLock { $0 = inbox }
    }

    func watchDepth(of instruments: [InstrumentID]) { depths.withLock { $0.append(instruments) } }
    func stop() { stops.withLock { $0 += 1 } }
    func post(_ event: FeedEvent) { inbox.withLock { $0?.post(event) } }
  }

  private let feed = HandFeed()
  private let first = Inbox()
  private let second = Inbox()
  private static let btc = InstrumentID(venue: "v", symbol: "BTC")
  private static let eth = InstrumentID(venue: "v", symbol: "ETH")
  private static let now = Timestamp(milliseconds: 1000)

  private func mark(_ instrument: InstrumentID, _ value: Double, at milliseconds: Int64 = 1000) -> FeedEvent {
    .update(MarketUpdate(instrument: instrument, at: Timestamp(milliseconds: milliseconds), value: .mark(value)))
  }

  @Test("It is started once with what all of them want, and again only when one wants more")
  func union() {
    let hub = FeedHub(feed)
    let (core, alts) = (hub.share(), hub.share())
    core.start([Self.btc], into: first)
    alts.start([Self.eth, Self.btc], into: second)
    core.start([Self.btc], into: first)
    alts.start([Self.btc], into: second)
    #expect(feed.starts.withLock { $0 } == [[Self.btc], [Self.btc, Self.eth]])
  }

  @Test("Each is told of what it asked for and nothing else; signals reach all, whoever passes the time on")
  func delivery() {
    let hub = FeedHub(feed)
    let (core, alts) = (hub.share(), hub.share())
    core.start([Self.btc], into: first)
    alts.start([Self.eth, Self.btc], into: second)
    feed.post(.signal(.connected))
    feed.post(mark(Self.btc, 1))
    feed.post(mark(Self.eth, 2))
    feed.post(.bar(Self.eth, .day, Bar(close: Self.now, price: 3)))
    feed.post(.fundingStamp(Self.btc, FundingStamp(time: Self.now, rate: 0.1, markPrice: nil)))
    core.advance(to: Self.now)
    let (ours, theirs) = (first.drain(), second.drain())
    #expect(Set(ours.latest.keys) == [Self.btc] && ours.ordered.count == 2)
    #expect(Set(theirs.latest.keys) == [Self.btc, Self.eth] && theirs.ordered.count == 3)
    alts.advance(to: Self.now)
    #expect(first.drain().isEmpty && second.drain().isEmpty, "nothing is told twice")
  }

  @Test("Who comes later, or begins again, is told at once what is known, by the newest values")
  func latecomer() {
    let hub = FeedHub(feed)
    let (core, alts) = (hub.share(), hub.share())
    core.start([Self.btc, Self.eth], into: first)
    feed.post(.signal(.connecting))
    feed.post(.signal(.connected))
    feed.post(.signal(.warning("odd")))
    feed.post(mark(Self.btc, 1))
    core.advance(to: Self.now)
    feed.post(mark(Self.btc, 2, at: 2000))
    feed.post(mark(Self.eth, 9))
    core.advance(to: Timestamp(milliseconds: 2000))
    alts.start([Self.btc], into: second)
    let told = second.drain()
    #expect(told.latest[Self.btc]?.mark?.value == 2 && told.latest[Self.eth] == nil)
    #expect(told.ordered == [.signal(.connected)])
    #expect(feed.starts.withLock { $0.count } == 1)
  }

  @Test("Order books are asked for while any of them looks at one")
  func depth() {
    let hub = FeedHub(feed)
    let (core, alts) = (hub.share(), hub.share())
    core.watchDepth(of: [Self.btc])
    alts.watchDepth(of: [Self.eth])
    core.watchDepth(of: [])
    #expect(feed.depths.withLock { $0 } == [[Self.btc], [Self.btc, Self.eth], [Self.eth]])
  }

  @Test("It stops with the last of them, once; those that have stopped hear of nothing more")
  func stopping() {
    let hub = FeedHub(feed)
    let (core, alts) = (hub.share(), hub.share())
    core.start([Self.btc], into: first)
    alts.start([Self.btc], into: second)
    core.stop()
    core.stop()
    #expect(feed.stops.withLock { $0 } == 0)
    feed.post(mark(Self.btc, 1))
    alts.advance(to: Self.now)
    #expect(first.drain().isEmpty && !second.drain().isEmpty)
    alts.stop()
    #expect(feed.stops.withLock { $0 } == 1)
    alts.start([Self.btc], into: second)
    #expect(feed.starts.withLock { $0.count } == 2, "begun again after the end")
  }

  @Test("The past is the feed's own")
  func past() async throws {
    let shared = FeedHub(feed).share()
    #expect(shared.identity == feed.identity)
    let request = HistoryRequest(instrument: Self.btc, interval: .day, count: 1, end: Self.now)
    #expect(try await shared.history(request) == [Bar(close: Self.now, price: 7)])
    #expect(try await shared.fundingHistory(of: Self.btc, since: Self.now).count == 1)
    #expect(try await shared.instruments().isEmpty)
  }
}
