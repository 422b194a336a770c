import Alerting
import HedgeModel

/// Plays one rule's findings into an engine, second by second.
struct AlertScript {
  static let drift = AlertRule.drift(strategy: "Main")

  /// Drift levels as the default policy makes them: band 0.05, clear 0.04, critical beyond twice that.
  static let levels = AlertLevels(
    .outside,
    [
      AlertLevels.Level(.warning, enter: 0.05, clear: 0.04), AlertLevels.Level(.critical, enter: 0.1, clear: 0.08),
    ])

  var engine: AlertEngine
  let rule: AlertRule
  let dwell: Duration

  init(_ rule: AlertRule = Self.drift, dwell: Duration = .zero, reminders: Duration? = nil) {
    var policy = AlertPolicy()
    policy.reminderInterval = reminders
    engine = AlertEngine(policy: policy)
    self.rule = rule
    self.dwell = dwell
  }

  /// Evaluates one finding at `second` and returns what was told, as `raised WARNING`.
  mutating func tell(_ finding: AlertObservation.Finding, at second: Double) -> [String] {
    engine.evaluate([AlertObservation(rule, finding, dwell: dwell)], now: Timestamp(seconds: second))
      .map { "\($0.kind) \($0.alert.severity.word)" }
  }

  /// Evaluates a measured value against ``levels``.
  mutating func tell(_ value: Double, at second: Double) -> [String] {
    tell(.measured(value, Self.levels), at: second)
  }

  /// What is told of `values`, one a second, with an empty text where nothing is.
  static func play(_ values: [Double], dwell: Duration = .zero) -> [String] {
    var script = AlertScript(dwell: dwell)
    return values.enumerated().map { script.tell($1, at: Double($0)).joined(separator: ", ") }
  }
}
