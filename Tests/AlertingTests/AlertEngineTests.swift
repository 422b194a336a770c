import Alerting
import HedgeModel
import Testing

@Suite struct AlertEngineTests {
  @Test(
    "levels are entered strictly beyond the threshold and left strictly within the clear level",
    arguments: [
      ([0.05, -0.05, 0.0500001], ["", "", "raised WARNING"]),
      ([-0.06, -0.05, -0.04, 0.04, -0.0399], ["raised WARNING", "", "", "", "cleared WARNING"]),
      ([0.06, 0.045, 0.06, 0.03, 0.045, 0.06], ["raised WARNING", "", "", "cleared WARNING", "", "raised WARNING"]),
      ([0.11, 0.09, 0.07, 0.11, 0.0], ["raised CRITICAL", "", "", "escalated CRITICAL", "cleared CRITICAL"]),
      ([0.06, 0.1, 0.101, -0.101], ["raised WARNING", "", "escalated CRITICAL", ""]),
      ([0.06, -0.06, 0.02], ["raised WARNING", "", "cleared WARNING"]),
    ] as [([Double], [String])])
  func hysteresis(_ values: [Double], _ told: [String]) {
    #expect(AlertScript.play(values) == told, "\(values)")
  }

  @Test(
    "a value must stay beyond the level for the dwell; each level counts its own",
    arguments: [
      ([0.06, 0.06, 0.06], ["", "", "raised WARNING"]),
      ([0.06, 0.045, 0.06, 0.06, 0.06], ["", "", "", "", "raised WARNING"]),
      ([0.06, 0.11, 0.11, 0.11], ["", "", "raised WARNING", "escalated CRITICAL"]),
      ([0.11, 0.11, 0.11], ["", "", "raised CRITICAL"]),
      ([0.06, 0.06, 0.06, 0.11, 0.06, 0.11], ["", "", "raised WARNING", "", "", ""]),
    ] as [([Double], [String])])
  func dwell(_ values: [Double], _ told: [String]) {
    #expect(AlertScript.play(values, dwell: .seconds(2)) == told, "\(values)")
  }

  @Test("an unknown figure neither raises nor clears, and its alert says so until it is known again")
  func unverifiable() {
    var script = AlertScript()
    #expect(script.tell(.unverifiable("no price of BTC"), at: 0) == [])
    #expect(script.engine.alerts.isEmpty)
    #expect(script.tell(0.06, at: 1) == ["raised WARNING"])
    for second in 2...3 {
      #expect(script.tell(.unverifiable("no price of BTC"), at: Double(second)) == [])
      #expect(script.engine.alerts.map(\.isUnverified) == [true])
      #expect(
        script.engine.alerts.map(\.message) == [
          "Main: drift +0.0600 is beyond ±0.05, too little hedged; unverified: no price of BTC"
        ])
    }
    #expect(script.tell(0.07, at: 4) == [])
    #expect(script.engine.alerts.map(\.isUnverified) == [false])
    #expect(script.engine.alerts.map(\.message) == ["Main: drift +0.0700 is beyond ±0.05, too little hedged"])
  }

  @Test("a breach that goes on after a gap is told without waiting anew: a flapping feed hides nothing")
  func dwellAcrossGap() {
    var script = AlertScript(dwell: .seconds(2))
    #expect(script.tell(0.06, at: 0) == [])
    #expect(script.tell(.unverifiable("stale"), at: 1) == [])
    #expect(script.tell(0.06, at: 2) == ["raised WARNING"])
  }

  @Test("an alert is reminded of while nobody has acknowledged it; escalating needs acknowledging again")
  func remindersAndAcknowledgement() {
    var script = AlertScript(reminders: .seconds(10))
    #expect(script.tell(0.06, at: 0) == ["raised WARNING"])
    #expect(script.tell(0.06, at: 9) == [])
    #expect(script.tell(0.06, at: 10) == ["reminded WARNING"])
    #expect(script.tell(.unverifiable("stale"), at: 20) == ["reminded WARNING"])
    let acknowledged = script.engine.acknowledge("drift/Main", now: Timestamp(seconds: 21))
    #expect(acknowledged?.acknowledgedAt == Timestamp(seconds: 21))
    #expect(script.engine.alerts.first?.acknowledgedAt == Timestamp(seconds: 21))
    #expect(script.engine.acknowledge("drift/Main", now: Timestamp(seconds: 22)) == nil)
    #expect(script.engine.acknowledge("drift/Other", now: Timestamp(seconds: 22)) == nil)
    #expect(script.tell(0.06, at: 99) == [])
    #expect(script.tell(0.2, at: 100) == ["escalated CRITICAL"])
    #expect(script.engine.alerts.map(\.acknowledgedAt) == [nil])
    #expect(script.tell(0.2, at: 110) == ["reminded CRITICAL"])
  }

  @Test("an alert that is over keeps its history and comes back as a new one")
  func clearedAlerts() {
    var script = AlertScript()
    for (second, value) in [0.06, 0.0, -0.06].enumerated() { _ = script.tell(value, at: Double(second)) }
    #expect(script.engine.cleared.map(\.clearedAt) == [Timestamp(seconds: 1)])
    #expect(script.engine.cleared.map(\.raisedAt) == [Timestamp(seconds: 0)])
    #expect(script.engine.alerts.map(\.raisedAt) == [Timestamp(seconds: 2)])
    #expect(script.engine.alerts.map(\.isActive) == [true])
    for second in 3..<500 { _ = script.tell(second % 2 == 0 ? 0.06 : 0, at: Double(second)) }
    #expect(script.engine.cleared.count == AlertEngine.clearedLimit)
    #expect(script.engine.cleared.first?.clearedAt == Timestamp(seconds: 499))
  }

  @Test("an alert about something that is no longer watched is over")
  func goneSubject() {
    var script = AlertScript()
    _ = script.tell(0.06, at: 0)
    let told = script.engine.evaluate([], now: Timestamp(seconds: 1))
    #expect(told.map(\.kind) == [.cleared])
    #expect(script.engine.alerts.isEmpty)
    #expect(script.engine.evaluate([], now: Timestamp(seconds: 2)).isEmpty)
  }

  @Test("of two observations of one rule the first counts")
  func duplicates() {
    var engine = AlertEngine()
    let present = AlertObservation(.staleFeed(name: "a"), .present(.warning, words: "stale"))
    let absent = AlertObservation(.staleFeed(name: "a"), .absent)
    #expect(engine.evaluate([present, present], now: Timestamp(seconds: 0)).map(\.kind) == [.raised])
    #expect(engine.evaluate([present, absent], now: Timestamp(seconds: 1)).isEmpty)
    #expect(engine.evaluate([absent, present], now: Timestamp(seconds: 2)).map(\.kind) == [.cleared])
  }

  @Test("alerts stand in order of severity, then of age")
  func order() {
    var engine = AlertEngine()
    let finding = { (severity: Alert.Severity) in AlertObservation.Finding.present(severity, words: "w") }
    let feeds = ["a", "b", "c"].map { AlertRule.staleFeed(name: $0) }
    _ = engine.evaluate([AlertObservation(feeds[1], finding(.warning))], now: Timestamp(seconds: 0))
    let all = zip(feeds, [Alert.Severity.warning, .warning, .critical]).map { AlertObservation($0, finding($1)) }
    _ = engine.evaluate(all, now: Timestamp(seconds: 1))
    #expect(engine.alerts.map(\.id) == ["feed/c", "feed/b", "feed/a"])
  }

  @Test("a clock that is set back neither clears nor delays beyond the dwell")
  func clockSetBack() {
    var script = AlertScript(.staleFeed(name: "a"), dwell: .seconds(2))
    let stale = AlertObservation.Finding.present(.warning, words: "stale")
    #expect(script.tell(stale, at: 1000) == [])
    #expect(script.tell(stale, at: 10) == [])
    #expect(script.tell(stale, at: 12) == ["raised WARNING"])
    #expect(script.tell(stale, at: 1) == [])
    #expect(script.engine.alerts.count == 1)
  }

  @Test("time beyond the band counts only while the drift is known")
  func bandTime() {
    var script = AlertScript(dwell: .seconds(60))
    for (second, value) in [(0, 0.0), (10, 0.06), (25, 0.06), (30, 0.01)] { _ = script.tell(value, at: Double(second)) }
    #expect(script.engine.bandTimes["Main"]?.outside == .seconds(20))
    #expect(script.engine.bandTimes["Main"]?.watched == .seconds(30))
    _ = script.tell(0.06, at: 40)
    #expect(script.engine.bandTimes["Main"]?.outsideSince == Timestamp(seconds: 40))
    _ = script.tell(.unverifiable("stale"), at: 50)
    #expect(script.engine.bandTimes["Main"]?.outsideSince == nil)
    _ = script.tell(0.06, at: 100)
    _ = script.tell(0.06, at: 101)
    #expect(script.engine.bandTimes["Main"]?.outside == .seconds(31))
    #expect(script.engine.bandTimes["Main"]?.watched == .seconds(51))
  }
}
