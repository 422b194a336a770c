import HedgeModel

/// What one rule remembers between two observations: a state machine of its own.
struct RuleState: Hashable, Sendable {
  /// The alert while it lasts.
  var alert: Alert?
  /// Since when the figure has been beyond each level, by raw severity; nil while it is not.
  private var beyondSince: [Timestamp?] = Array(repeating: nil, count: Alert.Severity.allCases.count)
  /// When the reader was last told of the alert.
  private var lastTold: Timestamp?

  /// True when there is nothing to remember.
  var isIdle: Bool { alert == nil && beyondSince.allSatisfy { $0 == nil } }

  /// Takes in one observation and says what its reader must be told, if anything.
  mutating func observe(_ observation: AlertObservation, now: Timestamp, reminders: Duration?) -> AlertTransition? {
    switch observation.finding {
    case .unverifiable(let why):
      alert?.markUnverified(why)
      return remind(now, reminders)
    case .absent: return settle(nil, observation, now, reminders)
    case .present(let severity, _):
      for level in Alert.Severity.allCases { mark(level, level <= severity, now) }
      let kept = alert.map { min($0.severity, severity) }
      return settle(held(observation.dwell, now) ?? kept, observation, now, reminders)
    case .measured(let value, let levels):
      for severity in Alert.Severity.allCases {
        mark(severity, levels.levels.contains { $0.severity == severity && levels.enters($0, value) }, now)
      }
      return settle(severity(of: value, levels, observation.dwell, now), observation, now, reminders)
    }
  }

  /// Ends the alert of something that is no longer there to be watched.
  mutating func end(_ now: Timestamp) -> AlertTransition? {
    beyondSince = Array(repeating: nil, count: beyondSince.count)
    guard var over = alert else { return nil }
    over.clearedAt = now
    alert = nil
    lastTold = nil
    return AlertTransition(.cleared, over)
  }

  /// Begins, keeps or ends the time a level has been exceeded. A clock that was set back starts it anew.
  private mutating func mark(_ severity: Alert.Severity, _ isBeyond: Bool, _ now: Timestamp) {
    let since = beyondSince[severity.rawValue]
    beyondSince[severity.rawValue] = isBeyond ? min(since ?? now, now) : nil
  }

  /// The highest level that has been exceeded for as long as the dwell.
  private func held(_ dwell: Duration, _ now: Timestamp) -> Alert.Severity? {
    Alert.Severity.allCases.last { isHeld($0, dwell, now) }
  }

  private func isHeld(_ severity: Alert.Severity, _ dwell: Duration, _ now: Timestamp) -> Bool {
    beyondSince[severity.rawValue].map { now - $0 >= dwell } ?? false
  }

  /// The highest level that is entered (exceeded for the dwell), or was entered before and is not cleared. While there
  /// is an alert, the lowest level counts as entered before.
  private func severity(
    of value: Double, _ levels: AlertLevels, _ dwell: Duration, _ now: Timestamp
  ) -> Alert.Severity? {
    let entered = alert.map { max($0.severity, levels.levels.first?.severity ?? $0.severity) }
    return levels.levels.last { level in
      isHeld(level.severity, dwell, now)
        || (entered.map { $0 >= level.severity } ?? false && !levels.clears(level, value))
    }?.severity
  }

  /// Moves the alert to `severity` (nil is none).
  private mutating func settle(
    _ severity: Alert.Severity?, _ observation: AlertObservation, _ now: Timestamp, _ reminders: Duration?
  ) -> AlertTransition? {
    guard let severity else {
      if case .absent = observation.finding { return end(now) }
      return alert == nil ? nil : end(now)
    }
    let message = AlertWords.message(observation, severity)
    guard var changed = alert else {
      let raised = Alert(id: observation.rule.id, severity: severity, message: message, raisedAt: now)
      return tell(.raised, raised, now)
    }
    let isWorse = severity > changed.severity
    changed.severity = severity
    changed.message = message
    changed.isUnverified = false
    // What was acknowledged or snoozed was the lesser trouble.
    if isWorse { (changed.acknowledgedAt, changed.snoozedUntil) = (nil, nil) }
    alert = changed
    return isWorse ? tell(.escalated, changed, now) : remind(now, reminders)
  }

  private mutating func tell(_ kind: AlertTransition.Kind, _ told: Alert, _ now: Timestamp) -> AlertTransition {
    alert = told
    lastTold = now
    return AlertTransition(kind, told)
  }

  /// Tells of a snooze that is over, and tells a warning again while nobody has acknowledged it; what is merely worth
  /// knowing is told once.
  private mutating func remind(_ now: Timestamp, _ interval: Duration?) -> AlertTransition? {
    if let until = alert?.snoozedUntil {
      guard now >= until, var awake = alert else { return nil }
      awake.snoozedUntil = nil
      alert = awake
      return awake.acknowledgedAt == nil ? tell(.reminded, awake, now) : nil
    }
    guard let alert, alert.severity >= .warning, let interval, let lastTold, alert.acknowledgedAt == nil,
      now - lastTold >= interval
    else {
      return nil
    }
    return tell(.reminded, alert, now)
  }
}

extension Alert {
  /// Says that the figure can no longer be verified, once.
  fileprivate mutating func markUnverified(_ why: String) {
    guard !isUnverified else { return }
    isUnverified = true
    message += "; unverified: \(why)"
  }
}
