import Alerting
import HedgeModel
import Testing

@testable import Notifications

/// A channel that is told of all that lasts, again and again.
@Suite struct ResendTests {
  private static let policy = ChannelPolicy(
    name: "manager", minimumSeverity: .warning, ratePerMinute: 60, resendInterval: .seconds(60))

  private static func notice(_ message: String, _ severity: Alert.Severity = .warning) -> Notice {
    DispatchBench.notice(message, severity, alert: "drift/Main")
  }

  @Test("what lasts is told at once and every interval, and that it is over once")
  func lasting() {
    var bench = DispatchBench([Self.policy])
    bench.watch([Self.notice("drift 0.06")])
    #expect(bench.sent.map(\.firing) == [["drift 0.06"]] && bench.journal.count == 1)
    bench.finish("manager", .delivered("200"))
    bench.watch([Self.notice("drift 0.07")])
    #expect(bench.sent.count == 1, "another number is no other alert")
    for _ in 0..<3 {
      let isDue = bench.advanceToDeadline()
      #expect(isDue)
      bench.finish("manager", .delivered("200"))
    }
    #expect(bench.sent.dropFirst().map(\.firing) == Array(repeating: ["drift 0.07"], count: 3))
    #expect(bench.now - Timestamp(seconds: 1_700_000_000) == .seconds(180))
    bench.watch([])
    #expect(bench.underway["manager"]?.notices.map(\.event) == [.cleared])
    bench.finish("manager", .delivered("200"))
    let isDue = bench.advanceToDeadline()
    #expect(!isDue && bench.journal.isEmpty)
  }

  @Test("a change of severity ends the one and begins the other")
  func escalation() {
    var bench = DispatchBench([Self.policy])
    bench.watch([Self.notice("drift")])
    bench.finish("manager", .delivered("200"))
    bench.watch([Self.notice("drift", .critical)])
    let told = bench.underway["manager"]?.notices.map { "\($0.event) \($0.severity.word)" }
    #expect(told == ["cleared WARNING", "raised CRITICAL"])
  }

  @Test("what is below its severity is not told, and transitions are not told twice")
  func minimum() {
    var bench = DispatchBench([Self.policy])
    bench.watch([Self.notice("drift", .info)])
    bench.tell(Self.notice("drift", .critical))
    #expect(bench.sent.isEmpty && bench.journal.isEmpty)
  }

  @Test("a telling of what lasts that fails is not put off until the next interval")
  func retriedAtOnce() {
    var bench = DispatchBench([Self.policy])
    bench.watch([Self.notice("drift")])
    bench.finish("manager", .delivered("200"))
    let isTold = bench.advanceToDeadline()
    #expect(isTold)
    let failedAt = bench.now
    bench.finish("manager", .failed("connection refused"))
    let isDue = bench.advanceToDeadline()
    #expect(isDue)
    #expect(bench.now - failedAt <= .seconds(2) && bench.sent.count == 3)
  }

  @Test("a failed telling is tried again with what lasts by then")
  func retried() {
    var bench = DispatchBench([Self.policy])
    bench.watch([Self.notice("drift")])
    bench.finish("manager", .failed("connection refused"))
    bench.watch([])
    let isDue = bench.advanceToDeadline()
    #expect(isDue)
    #expect(bench.underway["manager"]?.notices.map(\.event) == [.raised, .cleared])
    #expect(bench.underway["manager"]?.firing == [])
  }
}
