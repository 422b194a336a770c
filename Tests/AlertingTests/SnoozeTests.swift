import Alerting
import HedgeModel
import Testing

/// An alert the user does not want to hear of for a time.
@Suite struct SnoozeTests {
  private static let rule = AlertScript.drift
  private static func at(_ second: Double) -> Timestamp { Timestamp(seconds: second) }

  @Test("a snoozed alert is not reminded of, and told once when the time is over and it lasts")
  func awakes() {
    var script = AlertScript(reminders: .seconds(10))
    #expect(script.tell(0.06, at: 0) == ["raised WARNING"])
    script.engine.snooze("drift/Main", until: Self.at(100))
    for second in stride(from: 1.0, through: 99, by: 7) { #expect(script.tell(0.06, at: second) == []) }
    #expect(script.engine.alerts.first?.isSnoozed(at: Self.at(99)) == true)
    #expect(script.engine.alerts.first?.wantsAnswer(at: Self.at(99)) == false)
    #expect(script.tell(0.06, at: 100) == ["reminded WARNING"])
    #expect(script.engine.alerts.first?.snoozedUntil == nil)
    #expect(script.tell(0.06, at: 110) == ["reminded WARNING"])
  }

  @Test("what gets worse is told all the same, and is no longer snoozed")
  func escalates() {
    var script = AlertScript()
    _ = script.tell(0.06, at: 0)
    script.engine.snooze("drift/Main", until: Self.at(100))
    #expect(script.tell(0.2, at: 1) == ["escalated CRITICAL"])
    #expect(script.engine.alerts.first?.isSnoozed(at: Self.at(1)) == false)
  }

  @Test("what is over and comes again by then stays quiet; after that it does not")
  func flutters() {
    var script = AlertScript()
    _ = script.tell(0.06, at: 0)
    script.engine.snooze("drift/Main", until: Self.at(100))
    _ = script.tell(0, at: 1)
    _ = script.tell(0.06, at: 2)
    #expect(script.engine.alerts.first?.isSnoozed(at: Self.at(2)) == true)
    _ = script.tell(0, at: 3)
    _ = script.tell(0.06, at: 101)
    #expect(script.engine.alerts.first?.isSnoozed(at: Self.at(101)) == false)
  }

  @Test("what is over and comes again worse is told; so is worse than what a restart knows of")
  func returnsWorse() {
    var script = AlertScript()
    _ = script.tell(0.06, at: 0)
    script.engine.snooze("drift/Main", until: Self.at(100))
    _ = script.tell(0, at: 1)
    _ = script.tell(0.2, at: 2)
    #expect(script.engine.alerts.first?.severity == .critical)
    #expect(script.engine.alerts.first?.isSnoozed(at: Self.at(2)) == false)
    var restarted = AlertScript()
    restarted.engine.snooze("drift/Main", until: Self.at(100), asBadAs: .warning)
    _ = restarted.tell(0.2, at: 2)
    #expect(restarted.engine.alerts.first?.isSnoozed(at: Self.at(2)) == false)
  }

  @Test("one that was acknowledged while it was snoozed stays answered")
  func acknowledged() {
    var script = AlertScript(reminders: .seconds(10))
    _ = script.tell(0.06, at: 0)
    script.engine.snooze("drift/Main", until: Self.at(5))
    _ = script.engine.acknowledge("drift/Main", now: Self.at(1))
    #expect(script.tell(0.06, at: 50) == [])
    #expect(script.engine.alerts.first?.wantsAnswer(at: Self.at(50)) == false)
  }
}
