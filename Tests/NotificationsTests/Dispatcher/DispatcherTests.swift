import Alerting
import FoundationEssentials
import HedgeModel
import Testing

@testable import Notifications

/// What is told to whom and when, on a clock that is set.
@Suite struct DispatcherTests {
  private static func notice(
    _ message: String, _ severity: Alert.Severity = .warning, _ event: Notice.Event = .raised, alert: String? = nil
  ) -> Notice { DispatchBench.notice(message, severity, event, alert: alert) }

  @Test("what is to be told is kept before it is sent, and forgotten when it was")
  func kept() {
    var bench = DispatchBench([ChannelPolicy(name: "phone")])
    bench.tell(Self.notice("drift"))
    #expect(bench.sent.map(\.messages) == [["drift"]] && bench.journal.count == 1)
    bench.finish("phone", .delivered("200"))
    #expect(bench.journal.isEmpty && bench.reports.isEmpty)
  }

  @Test("the effects of telling begin with keeping: nothing is sent that is not kept")
  func order() {
    var dispatcher = Dispatcher([ChannelPolicy(name: "a"), ChannelPolicy(name: "b", isKept: false)])
    let now = Timestamp(seconds: 0)
    let told = dispatcher.tell(Self.notice("drift"), at: now)
    #expect(told == [.keep([Delivery(channel: "a", at: now, notice: Self.notice("drift"))])])
    let sends = dispatcher.step(at: now)
    #expect(sends.count == 1, "only the channel that keeps nothing may be sent to before the journal has answered")
    if case .send(let name, _)? = sends.first { #expect(name == "b") }
  }

  @Test("each channel has its own least severity")
  func severity() {
    var bench = DispatchBench([
      ChannelPolicy(name: "all", minimumSeverity: .info), ChannelPolicy(name: "worst", minimumSeverity: .critical),
    ])
    bench.tell(Self.notice("worth knowing", .info))
    bench.finish("all", .delivered(""))
    bench.tell(Self.notice("worth acting on", .critical))
    #expect(bench.sent.map(\.channel) == ["all", "all", "worst"])
  }

  @Test("who heard that it began hears that it is over, though it was less severe by then; who did not, does not")
  func recovery() {
    var bench = DispatchBench([
      ChannelPolicy(name: "worst", minimumSeverity: .critical), ChannelPolicy(name: "deaf", sendsRecovery: false),
    ])
    bench.tell(Self.notice("drift", .critical, alert: "drift/Main"))
    for name in ["worst", "deaf"] { bench.finish(name, .delivered("")) }
    bench.tell(Self.notice("drift", .warning, .cleared, alert: "drift/Main"))
    bench.tell(Self.notice("margin", .warning, .cleared, alert: "margin/Main"))
    #expect(bench.sent.map(\.channel) == ["worst", "deaf", "worst"])
  }

  @Test("a failure is tried again after a wait that doubles, in order, and said once")
  func retry() {
    var bench = DispatchBench([ChannelPolicy(name: "phone", ratePerMinute: 100)])
    bench.tell(Self.notice("first"))
    bench.tell(Self.notice("second"))
    var waits: [Double] = []
    for _ in 0..<4 {
      let failedAt = bench.now
      bench.finish("phone", .failed("connection refused"))
      let isDue = bench.advanceToDeadline()
      #expect(isDue)
      waits.append((bench.now - failedAt).inSeconds)
      #expect(bench.sent.last?.messages == ["first"])
    }
    for (wait, whole) in zip(waits, [2.0, 4, 8, 16]) { #expect(wait >= 0.75 * whole && wait <= whole, "\(waits)") }
    #expect(
      bench.reports.count == 1 && bench.reports[0].hasPrefix("phone: retrying in 2 s after \"connection refused\""))
    bench.finish("phone", .delivered("200"))
    #expect(bench.sent.last?.messages == ["second"] && bench.reports.last == "phone: delivered again")
  }

  @Test("a receiver that says when is asked no sooner")
  func retryAfter() {
    var bench = DispatchBench([ChannelPolicy(name: "phone")])
    bench.tell(Self.notice("drift"))
    bench.finish("phone", .failed("it answered 429", retryAfter: .seconds(90)))
    bench.advance(.seconds(89))
    #expect(bench.sent.count == 1)
    bench.advance(.seconds(1))
    #expect(bench.sent.count == 2)
  }

  @Test("what is refused is given up at once, and said")
  func refused() {
    var bench = DispatchBench([ChannelPolicy(name: "phone")])
    bench.tell(Self.notice("drift"))
    bench.finish("phone", .refused("it answered 404"))
    #expect(bench.journal.isEmpty && bench.reports == ["phone: gave up a message: it answered 404"])
    #expect(bench.dispatcher.states[0].state == .gaveUp(reason: "it answered 404"))
  }

  @Test("what cannot be delivered is given up at its age, and said with the reason")
  func givenUp() {
    var bench = DispatchBench([ChannelPolicy(name: "phone", givesUpAfter: .hours(1))])
    bench.tell(Self.notice("drift"))
    while !bench.journal.isEmpty {
      if bench.underway["phone"] != nil { bench.finish("phone", .failed("timed out")) }
      let isDue = bench.advanceToDeadline()
      #expect(isDue)
    }
    #expect(bench.now - Timestamp(seconds: 1_700_000_000) == .hours(1))
    #expect(bench.reports.last == "phone: gave up a message after 1 h: timed out")
  }

  @Test("a burst is held to the rate and summed up in the last message of the minute; every notice is in one")
  func burst() {
    var bench = DispatchBench([ChannelPolicy(name: "phone", ratePerMinute: 3)])
    let all = (1...20).map { "alert \($0)" }
    for message in all { bench.tell(Self.notice(message)) }
    while bench.underway["phone"] != nil { bench.finish("phone", .delivered("200")) }
    #expect(bench.sent.map(\.messages.count) == [1, 1, 18])
    #expect(bench.sent.flatMap(\.messages) == all)
    bench.tell(Self.notice("later"))
    #expect(bench.sent.count == 3)
    bench.advance(.seconds(60))
    #expect(bench.sent.last?.messages == ["later"])
  }

  @Test("a dead channel holds up no other")
  func independent() {
    var bench = DispatchBench([ChannelPolicy(name: "dead"), ChannelPolicy(name: "well")])
    bench.tell(Self.notice("one"))
    bench.finish("well", .delivered(""))
    bench.tell(Self.notice("two"))
    #expect(bench.sent.filter { $0.channel == "well" }.map(\.messages) == [["one"], ["two"]])
    #expect(bench.sent.filter { $0.channel == "dead" }.map(\.messages) == [["one"]])
  }

  @Test("quiet hours hold back what is less severe until they are over, and let through what is severe, and a test")
  func quietHours() throws {
    let utc = try #require(TimeZone(secondsFromGMT: 0))
    let quiet = QuietHours(from: 22 * 3600, to: 7 * 3600, zone: utc)
    let start = try #require(Timestamp(iso8601: "2026-03-02T23:00:00Z"))
    // Given up after an hour: the night does not count.
    var bench = DispatchBench([ChannelPolicy(name: "phone", givesUpAfter: .hours(1))], quiet: quiet, at: start)
    bench.tell(Self.notice("drift"))
    bench.tell(Self.notice("liquidation", .critical))
    bench.finish("phone", .delivered(""))
    bench.tell(.test(portfolio: "Book", at: start))
    bench.finish("phone", .delivered(""))
    #expect(
      bench.sent.map(\.messages.first) == ["liquidation", "this is a test of hedgetop's alerts; nothing is wrong"])
    let isDue = bench.advanceToDeadline()
    #expect(isDue)
    #expect(bench.now.iso8601.hasPrefix("2026-03-03T07:00:00"))
    #expect(bench.sent.last?.messages == ["drift"] && bench.reports.isEmpty)
  }

  @Test("a clock that is set back neither stops tries nor the rate")
  func clockSetBack() {
    var bench = DispatchBench([ChannelPolicy(name: "phone", ratePerMinute: 1)])
    bench.tell(Self.notice("drift"))
    bench.finish("phone", .failed("timed out"))
    bench.advance(.seconds(-7200))
    #expect(bench.sent.count == 2)
  }

  @Test("what was kept for a channel there no longer is, or is no notice, is forgotten and said")
  func orphans() {
    var dispatcher = Dispatcher([ChannelPolicy(name: "phone")])
    let at = Timestamp(seconds: 0)
    let effects = dispatcher.restore([
      KeptDelivery(id: 1, channel: "gone", at: at, content: Self.notice("a").content),
      KeptDelivery(id: 2, channel: "phone", at: at, content: "{"),
      KeptDelivery(id: 3, channel: "phone", at: at, content: Self.notice("b").content),
    ])
    #expect(effects.first == .forget([1, 2]) && effects.count == 2)
    #expect(dispatcher.states[0].waiting == 1)
  }
}
