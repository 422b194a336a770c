import FoundationEssentials
import HedgeModel
import Synchronization
import Testing

@testable import MarketData

@Suite("A recorded feed")
struct RecordedFeedTests {
  fileprivate static let start = RandomRecording.start
  private static let btc = InstrumentID(venue: "one", symbol: "BTC")
  fileprivate static let eth = InstrumentID(venue: "one", symbol: "ETH")

  /// Keeps lines in memory, and takes no more of them than it is allowed.
  final class Memory: RecordingSink {
    private let lines = Mutex<[UInt8]>([])
    private let room: Int

    init(room: Int = .max) { self.room = room }

    var bytes: [UInt8] { lines.withLock { $0 } }

    func append(_ line: [UInt8]) throws(FeedError) {
      let fits = lines.withLock { lines in
        guard lines.count + line.count <= room else { return false }
        lines += line
        return true
      }
      if !fits { throw FeedError(place: "memory", message: "is full") }
    }
  }

  /// Tells what a test posts, and answers questions about the past.
  final class Source: PriceFeed {
    let identity = FeedIdentity(name: "one", label: "ONE", isLive: true, staleAfter: .seconds(5), givesDepth: true)
    private let inbox = Mutex<Inbox?>(nil)

    func post(_ events: FeedEvent...) { inbox.withLock { $0 }?.post(contentsOf: events) }
    func instruments() async throws -> [Instrument] { [] }
    func history(_ request: HistoryRequest) async throws -> [Bar] {
      if request.instrument == RecordedFeedTests.eth { throw FeedError(place: "eth", message: "not listed") }
      return (1...4).map { (day: Int) -> Bar in
        Bar(close: RecordedFeedTests.start - .days(Double(5 - day)), price: day == 2 ? nil : Double(day))
      }
    }
    func fundingHistory(of instrument: InstrumentID, since: Timestamp) async throws -> [FundingStamp] {
      if instrument == RecordedFeedTests.eth { throw CancellationError() }
      return [FundingStamp(time: RecordedFeedTests.start - .hours(8), rate: 0.0001, markPrice: nil)]
    }
    func start(_ instruments: [InstrumentID], into inbox: Inbox) { self.inbox.withLock { $0 = inbox } }
    func stop() {}
  }

  private let source = Source()
  private let memory = Memory()

  private static func header(_ feeds: [FeedIdentity]) -> RecordingHeader {
    let instruments = [btc, eth].map {
      Instrument(
        id: $0, kind: .spot, underlying: Asset($0.symbol), quote: "USD", settlement: "USD", tickSize: 1, lotStep: 1)
    }
    return RecordingHeader(program: "test", start: start, spotVenue: "one", feeds: feeds, instruments: instruments)
  }

  private func begin() -> (feed: RecordingFeed, recorder: Recorder, inbox: Inbox) {
    let recorder = Recorder(into: memory)
    let feed = RecordingFeed(source, recorder: recorder)
    let inbox = Inbox()
    feed.start([Self.btc, Self.eth], into: inbox)
    recorder.begin(Self.header([feed.identity]))
    return (feed, recorder, inbox)
  }

  private func played(speed: Double = 1) throws -> (feed: RecordedFeed, inbox: Inbox) {
    let feed = try Recording(bytes: memory.bytes, file: "r").feeds(speed: speed)[0]
    let inbox = Inbox()
    feed.start([Self.btc, Self.eth], into: inbox)
    return (feed, inbox)
  }

  private static func mark(_ price: Double, of instrument: InstrumentID = btc, at seconds: Int) -> FeedEvent {
    .update(MarketUpdate(instrument: instrument, at: start + .seconds(seconds), value: .mark(price)))
  }

  @Test("is called as it was, and labelled as what it is")
  func identity() throws {
    _ = begin()
    let identity = try played().feed.identity
    #expect(identity.name == "one" && identity.label == "REPLAY" && !identity.isLive && identity.givesDepth)
    #expect(identity.staleAfter == .seconds(5))
    #expect(try played(speed: 60).feed.identity.label == "REPLAY 60×")
  }

  @Test("tells at each instant what the recorder was told by then, and at the end that it has ended")
  func plays() throws {
    let (feed, recorder, inbox) = begin()
    source.post(.signal(.connected), Self.mark(1, at: 0), Self.mark(2, at: 1))
    feed.advance(to: Self.start + .seconds(1))
    #expect(inbox.drain().events == [.signal(.connected), Self.mark(2, at: 1)])
    feed.advance(to: Self.start + .seconds(2))
    source.post(Self.mark(3, at: 3))
    feed.advance(to: Self.start + .seconds(3))
    #expect(recorder.progress.events == 3 && recorder.progress.instruments == [Self.btc])
    let (replay, heard) = try played()
    replay.advance(to: Self.start)
    #expect(heard.drain().isEmpty)
    replay.advance(to: Self.start + .seconds(1))
    #expect(heard.drain().events == [.signal(.connected), Self.mark(2, at: 1)])
    replay.advance(to: Self.start + .seconds(3))
    #expect(heard.drain().events == [Self.mark(3, at: 3)])
    replay.advance(to: Self.start + .seconds(4))
    #expect(heard.drain().events == [.signal(.ended)])
    replay.advance(to: Self.start + .seconds(5))
    #expect(heard.drain().isEmpty)
  }

  @Test("is the same when instants are left out: only the newest of each sort counts")
  func coarser() throws {
    let (feed, _, _) = begin()
    for second in 1...9 {
      source.post(Self.mark(Double(second), at: second))
      feed.advance(to: Self.start + .seconds(second))
    }
    let (replay, heard) = try played()
    replay.advance(to: Self.start + .seconds(9))
    #expect(heard.drain().events == [Self.mark(9, at: 9)])
  }

  @Test("tells nothing of instruments nobody asked for, and order books only where they are watched")
  func wanted() throws {
    let (feed, _, _) = begin()
    let book = try #require(OrderBook(bids: [.init(price: 1, quantity: 1)], asks: []))
    let depth = FeedEvent.update(MarketUpdate(instrument: Self.btc, at: Self.start, value: .book(book)))
    for second in 1...2 {
      source.post(depth, Self.mark(1, of: Self.eth, at: second))
      feed.advance(to: Self.start + .seconds(second))
    }
    let (replay, heard) = try played()
    replay.start([Self.btc, InstrumentID(venue: "one", symbol: "NOPE\u{1B}")], into: heard)
    replay.advance(to: Self.start + .seconds(1))
    #expect(heard.drain().events == [.signal(.warning("the recording has no one:NOPE "))])
    replay.watchDepth(of: [Self.btc])
    replay.advance(to: Self.start + .seconds(2))
    #expect(heard.drain().events == [depth])
  }

  @Test("answers what the recorder was answered, and why it was not")
  func past() async throws {
    let (feed, _, _) = begin()
    func request(_ instrument: InstrumentID, _ count: Int, _ end: Timestamp) -> HistoryRequest {
      HistoryRequest(instrument: instrument, interval: .day, count: count, end: end)
    }
    let bars = try await feed.history(request(Self.btc, 4, Self.start))
    await #expect(throws: FeedError.self) { try await feed.history(request(Self.eth, 4, Self.start)) }
    let stamps = try await feed.fundingHistory(of: Self.btc, since: Self.start - .days(1))
    await #expect(throws: FeedError.self) { try await feed.fundingHistory(of: Self.eth, since: Self.start) }
    let newBar = Bar(close: Self.start, price: 5)
    let newStamp = FundingStamp(time: Self.start, rate: 0.0002, markPrice: 7)
    source.post(.bar(Self.btc, .day, newBar), .fundingStamp(Self.btc, newStamp))
    feed.advance(to: Self.start + .seconds(1))

    let replay = try played().feed
    #expect(try await replay.history(request(Self.btc, 4, Self.start)) == bars)
    #expect(try await replay.history(request(Self.btc, 2, Self.start + .seconds(1))) == Array(bars.suffix(2)))
    #expect(try await replay.history(request(Self.btc, 9, Self.start - .days(3))) == Array(bars.prefix(2)))
    let reason = await #expect(throws: FeedError.self) { try await replay.history(request(Self.eth, 1, Self.start)) }
    #expect(reason == FeedError(place: "eth", message: "not listed"))
    #expect(try await replay.fundingHistory(of: Self.btc, since: Self.start - .days(1)) == stamps)
    #expect(try await replay.fundingHistory(of: Self.btc, since: Self.start - .hours(1)) == [])
    let earlier = await #expect(throws: FeedError.self) {
      try await replay.fundingHistory(of: Self.btc, since: Self.start - .days(2))
    }
    #expect(earlier?.message.contains("holds no funding payments since") == true, "what is not known is not none")
    await #expect(throws: FeedError.self) { try await replay.fundingHistory(of: Self.eth, since: Self.start) }
    let hourly = HistoryRequest(instrument: Self.btc, interval: .hour, count: 1, end: Self.start)
    await #expect(throws: FeedError.self) { try await replay.history(hourly) }
    replay.advance(to: Self.start + .seconds(1))
    #expect(try await replay.history(request(Self.btc, 2, Self.start + .seconds(1))) == [bars[3], newBar])
    #expect(try await replay.fundingHistory(of: Self.btc, since: Self.start - .hours(1)) == [newStamp])
  }

  @Test("records no more once a line could not be kept, and says why; the session goes on")
  func full() throws {
    let small = Memory(room: RecordingEncoder.line(Self.header([source.identity])).count + 150)
    let recorder = Recorder(into: small)
    let feed = RecordingFeed(source, recorder: recorder)
    let inbox = Inbox()
    feed.start([Self.btc], into: inbox)
    source.post(Self.mark(1, at: 0))
    feed.advance(to: Self.start)
    #expect(small.bytes.isEmpty, "nothing before the header")
    recorder.begin(Self.header([feed.identity]))
    for second in 1...5 {
      source.post(Self.mark(Double(second), at: second))
      feed.advance(to: Self.start + .seconds(second))
      #expect(inbox.drain().latest[Self.btc]?.mark?.value == Double(second))
    }
    #expect(recorder.failure == FeedError(place: "memory", message: "is full"))
    #expect(recorder.progress.events == 1)
    #expect(try Recording(bytes: small.bytes, file: "r").end == Self.start + .seconds(1))
  }

  @Test("keeps its lines in order when the clock is set back")
  func clockSetBack() throws {
    let (feed, _, _) = begin()
    for second in [2, 1, 3] {
      source.post(Self.mark(Double(second), at: second))
      feed.advance(to: Self.start + .seconds(second))
    }
    let (replay, heard) = try played()
    replay.advance(to: Self.start + .seconds(2))
    #expect(heard.drain().latest[Self.btc]?.mark?.value == 2)
  }
}
