import FoundationEssentials
import HedgeModel
import MarketData
import Testing

/// Real programs; every wait is for a condition.
@Suite struct ProcessFeedTests {
  private static let opening = Timestamp(milliseconds: 1_621_425_600_000)
  private let clock = ManualClock(opening)
  private let inbox = Inbox()
  private let bitcoin = InstrumentID(venue: "process", symbol: "BTC")

  private func shell(_ script: String) -> ProcessFeed {
    ProcessFeed(
      configuration: ProcessConfiguration(command: ["/bin/sh", "-c", script], grace: .milliseconds(100)), clock: clock)
  }

  /// Collects what arrives until `condition` holds; looks for a minute, not counting the time a busy machine keeps it
  /// from looking.
  private func collect(
    until condition: (_ signals: [FeedSignal], _ latest: [InstrumentID: InboxContents.LatestValues]) -> Bool
  ) async throws -> (signals: [FeedSignal], latest: [InstrumentID: InboxContents.LatestValues]) {
    var signals: [FeedSignal] = []
    var latest: [InstrumentID: InboxContents.LatestValues] = [:]
    for _ in 0..<30_000 {
      if condition(signals, latest) { break }
      let contents = inbox.drain()
      for case .signal(let signal) in contents.ordered { signals.append(signal) }
      latest.merge(contents.latest) { $1 }
      try await Task.sleep(for: .milliseconds(2))
    }
    #expect(condition(signals, latest), "waited in vain; got \(signals)")
    return (signals, latest)
  }

  private func failure(_ signals: [FeedSignal]) -> (message: String, retryAt: Timestamp?)? {
    for case .failed(let message, let retryAt) in signals { return (message, retryAt) }
    return nil
  }

  private func isRunning(_ process: Int32) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
    return !status.contains(") Z ")
  }

  @Test("the program is told what is wanted and its lines become values")
  func conversation() async throws {
    let feed = shell(
      """
      read wanted; [ "$wanted" = '{"subscribe":["BTC"]}' ] || exit 9
      echo '{"type":"instrument","instrument":"BTC","kind":"spot","underlying":"BTC","quote":"USD","tick":1,"lot":1}'
      echo '{"type":"bar","instrument":"BTC","interval":"day","close_time":"2021-05-18","price":5}'
      echo '{"type":"bar","instrument":"BTC","interval":"day","close_time":"2021-05-19","price":null}'
      echo '{"type":"bar","instrument":"BTC","interval":"day","close_time":"2021-05-18","price":6}'
      echo '{"type":"quote","instrument":"BTC","price":65000}'
      read forever
      """)
    feed.start([bitcoin], into: inbox)
    let got = try await collect { $1[bitcoin] != nil }
    #expect(got.signals == [.connecting, .connected])
    #expect(got.latest[bitcoin]?.quote?.value == Quote(price: 65000))
    #expect(got.latest[bitcoin]?.quote?.at == Self.opening, "the arrival time is the clock's")
    #expect(try await feed.instruments().map(\.id) == [bitcoin])
    let request = HistoryRequest(instrument: bitcoin, interval: .day, count: 5, end: Self.opening)
    #expect(try await feed.history(request).map(\.price) == [6, nil], "a repeated bar replaces the first")
    feed.stop()
  }

  struct Ending: CustomTestStringConvertible, Sendable {
    let script: String
    let message: String
    var testDescription: String { message }
  }

  static let endings: [Ending] = [
    Ending(script: "exit 0", message: "the program exited with status 0"),
    Ending(script: "echo 'no \u{7}route' >&2; exit 3", message: "the program exited with status 3: no  route"),
    Ending(script: "kill -9 $$", message: "the program was ended by signal 9"),
    Ending(script: "exec >&-; sleep 100", message: "the program closed its output"),
    Ending(script: "sleep 100 & exit 4", message: "the program exited with status 4"),
    Ending(script: "exec <&-; trap '' TERM; exec >&-; sleep 100", message: "the program closed its output"),
  ]

  @Test("however the program ends, the feed says so and when it tries again", arguments: endings)
  func tellsItsEnd(_ ending: Ending) async throws {
    let feed = shell(ending.script)
    feed.start([bitcoin], into: inbox)
    let got = try await collect { signals, _ in failure(signals) != nil }
    let failed = try #require(failure(got.signals))
    #expect(failed.message.replacing("  ", with: " ") == ending.message.replacing("  ", with: " "))
    let wait = try #require(failed.retryAt) - Self.opening
    #expect(wait >= .milliseconds(749) && wait <= .seconds(1))
    feed.stop()
  }

  @Test("it is started again when the time has come, not before, and each wait is longer")
  func restarts() async throws {
    let feed = shell("exit 1")
    feed.start([bitcoin], into: inbox)
    var waits: [Duration] = []
    for _ in 0..<4 {
      let got = try await collect { signals, _ in failure(signals) != nil }
      #expect(got.signals.filter { $0 == .connecting }.count == 1)
      let retryAt = try #require(failure(got.signals)?.retryAt)
      waits.append(retryAt - clock.now())
      feed.advance(to: retryAt - .milliseconds(1))
      #expect(inbox.drain().isEmpty)
      clock.set(to: retryAt)
      feed.advance(to: retryAt)
    }
    #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 < $1 })
    feed.stop()
  }

  @Test("a program that cannot be started is a failure with the system's reason")
  func absent() async throws {
    let feed = ProcessFeed(
      configuration: ProcessConfiguration(command: ["/nonexistent/feed"]), clock: clock)
    feed.start([bitcoin], into: inbox)
    let got = try await collect { signals, _ in failure(signals) != nil }
    #expect(failure(got.signals)?.message == "/nonexistent/feed: cannot be started: No such file or directory")
    feed.stop()
  }

  @Test("garbage is a warning and the feed goes on")
  func garbage() async throws {
    let feed = shell(
      #"""
      read wanted
      printf 'nonsense\n\377\376\000\n{"type":\n'
      head -c 2000000 /dev/zero | tr '\0' 'x'; echo
      printf '{"type":"quote","instrument":"BTC","price":1}\n'
      read forever
      """#)
    feed.start([bitcoin], into: inbox)
    let got = try await collect { signals, latest in
      latest[bitcoin] != nil && signals.contains(.warning("a line is longer than 1 MiB"))
    }
    let warnings = got.signals.compactMap { if case .warning(let text) = $0 { text } else { nil } }
    #expect(warnings.first?.hasPrefix("not a JSON object: nonsense") == true)
    #expect(failure(got.signals) == nil)
    feed.stop()
  }

  @Test("a line cut off by the program's end is still read")
  func lastLine() async throws {
    let feed = shell(#"printf '{"type":"quote","instrument":"BTC","price":7}'; exit 0"#)
    feed.start([bitcoin], into: inbox)
    let got = try await collect { signals, _ in failure(signals) != nil }
    #expect(got.latest[bitcoin]?.quote?.value.price == 7)
    feed.stop()
  }

  @Test("a program that says it is done is not started again")
  func done() async throws {
    let feed = shell(#"echo '{"type":"status","state":"ended"}'; echo $$ >&2"#)
    feed.start([bitcoin], into: inbox)
    let got = try await collect { signals, _ in signals.contains(.ended) }
    #expect(got.signals == [.connecting, .ended])
    feed.advance(to: clock.advance(by: .days(1)))
    #expect(inbox.drain().isEmpty)
    feed.stop()
  }

  @Test("stop ends a program that refuses, with everything it started, and nothing is told afterwards")
  func refusesToDie() async throws {
    let feed = shell(
      #"""
      trap '' TERM INT HUP
      sleep 1000 &
      while :; do echo "{\"type\":\"quote\",\"instrument\":\"BTC\",\"price\":$$.$!}"; sleep 0.01; done
      """#)
    feed.start([bitcoin], into: inbox)
    let got = try await collect { $1[bitcoin] != nil }
    let price = try #require(got.latest[bitcoin]?.quote?.value.price)
    let numbers = "\(price)".split(separator: ".").compactMap { Int32($0) }
    let process = try #require(numbers.first)
    #expect(isRunning(process))
    feed.stop()
    #expect(!isRunning(process))
    _ = inbox.drain()
    feed.advance(to: clock.advance(by: .days(1)))
    #expect(inbox.drain().isEmpty)
  }

  @Test("another subscription starts the program anew")
  func resubscribes() async throws {
    let feed = shell(
      #"""
      read wanted
      case "$wanted" in *ETH*) echo '{"type":"mark","instrument":"ETH","price":2}';; esac
      read forever
      """#)
    let ether = InstrumentID(venue: "process", symbol: "ETH")
    feed.start([bitcoin], into: inbox)
    feed.start([bitcoin, ether], into: inbox)
    let got = try await collect { $1[ether] != nil }
    #expect(got.latest[ether]?.mark?.value == 2)
    #expect(failure(got.signals) == nil, "the end of the first run is not a failure")
    feed.stop()
  }

  @Test("what the program has not sent is an error, not an empty history")
  func noHistory() async throws {
    let feed = shell("exit 0")
    let error = await #expect(throws: FeedError.self) {
      try await feed.history(
        HistoryRequest(instrument: bitcoin, interval: .hour, count: 5, end: Self.opening))
    }
    #expect(
      error?.description
        == "process:BTC: the program has sent no bars of one hour; let it write lines of type bar")
  }

  @Test("the program is told which order books matter, when it starts and when that changes; others are dropped")
  func depth() async throws {
    let feed = shell(
      #"""
      read wanted; read depth; [ "$depth" = '{"depth":["BTC"]}' ] || exit 9
      echo '{"type":"depth","instrument":"BTC","bids":[["1.5",2]],"asks":[[2,1]]}'
      read depth; [ "$depth" = '{"depth":[]}' ] || exit 8
      echo '{"type":"depth","instrument":"BTC","bids":[],"asks":[[3,1]]}'
      echo '{"type":"mark","instrument":"BTC","price":1}'
      read forever
      """#)
    #expect(feed.identity.givesDepth)
    feed.watchDepth(of: [bitcoin])
    feed.start([bitcoin], into: inbox)
    var books: [OrderBook] = []
    var marks = 0
    var signals: [FeedSignal] = []
    for _ in 0..<30_000 where marks == 0 && failure(signals) == nil {
      let contents = inbox.drain()
      if let book = contents.books[bitcoin]?.value {
        books.append(book)
        feed.watchDepth(of: [])
      }
      if contents.latest[bitcoin]?.mark != nil { marks += 1 }
      for case .signal(let signal) in contents.ordered { signals.append(signal) }
      try await Task.sleep(for: .milliseconds(2))
    }
    #expect(marks == 1, "waited in vain; got \(signals)")
    #expect(books.map(\.asks.first?.price) == [2], "a book that nobody watches is dropped")
    feed.stop()
  }
}
