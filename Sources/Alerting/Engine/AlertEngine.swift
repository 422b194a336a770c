import HedgeModel

/// Turns observations into alerts: raised after a dwell, escalated, reminded of, and cleared with hysteresis.
///
/// A value without I/O and without a clock: equal observations at equal instants give equal alerts.
///
///     var engine = AlertEngine(policy: policy)
///     let told = engine.evaluate(AlertObservations.from(figures: figures, feeds: feeds, policy: policy), now: now)
///
/// A figure that is unknown or stale neither raises nor clears: its alert stays, marked unverified.
public struct AlertEngine: Hashable, Sendable {
  /// Most alerts that are over that ``cleared`` keeps.
  public static let clearedLimit = 100

  /// Reminders come from here; thresholds and dwells are in the observations.
  public var policy: AlertPolicy
  /// Alerts that are over, latest first, at most ``clearedLimit``.
  public private(set) var cleared: [Alert] = []
  /// Time in and beyond the band, by strategy name.
  public private(set) var bandTimes: [String: BandTime] = [:]
  /// What the user does not want to hear of, by identity, whether it lasts or not.
  private var snoozes: [String: Snooze] = [:]
  /// Only rules that have something to remember.
  private var states: [AlertRule: RuleState] = [:]

  private struct Snooze: Hashable {
    let until: Timestamp
    /// What is worse than this is told all the same.
    let severity: Alert.Severity
  }

  /// An engine that knows of no trouble yet.
  public init(policy: AlertPolicy = AlertPolicy()) {
    self.policy = policy
  }

  /// Alerts that last, most severe first, then the longest lasting.
  public var alerts: [Alert] {
    states.values.compactMap(\.alert).sorted {
      ($1.severity, $0.raisedAt, $0.id) < ($0.severity, $1.raisedAt, $1.id)
    }
  }

  /// Takes in everything that is watched now and says what has changed, in the order of the observations.
  ///
  /// An alert whose rule is not among the observations is over: what it was about is no longer there. Of several
  /// observations of one rule the first counts.
  public mutating func evaluate(_ observations: [AlertObservation], now: Timestamp) -> [AlertTransition] {
    var transitions: [AlertTransition] = []
    var remembered: [AlertRule: RuleState] = [:]
    countBandTimes(observations, now)
    forgetSnoozes(endedAt: now)
    for index in observations.indices where !policy.switchedOff.contains(observations[index].rule.kind) {
      let known = states.isEmpty ? nil : states.removeValue(forKey: observations[index].rule)
      // Most of what is watched is in order and was so before: there is nothing to remember or to tell.
      if known == nil, observations[index].finding.isQuiet || observations.watchedBefore(index) { continue }
      let observation = observations[index]
      var state = known ?? RuleState()
      if let transition = state.observe(observation, now: now, reminders: policy.reminderInterval) {
        transitions.append(quietened(transition, &state))
      }
      if !state.isIdle { remembered[observation.rule] = state }
    }
    for rule in states.keys.sorted(by: { $0.id < $1.id }) {
      if let transition = states[rule]?.end(now) { transitions.append(transition) }
    }
    states = remembered
    keep(transitions.filter { $0.kind == .cleared }.map(\.alert))
    return transitions
  }

  /// Notes that the user has seen the alert: it is not reminded of again unless it escalates.
  ///
  /// - Returns: the alert as it is now; nil when none with this identity lasts, or it was acknowledged before.
  public mutating func acknowledge(_ id: String, now: Timestamp) -> Alert? {
    guard let (rule, state) = states.first(where: { $1.alert?.id == id }), state.alert?.acknowledgedAt == nil else {
      return nil
    }
    states[rule]?.alert?.acknowledgedAt = now
    return states[rule]?.alert
  }

  /// Notes that the user does not want to hear of the alert until `until`, unless it escalates; one that is over and
  /// raised again by then stays quiet too, if it is no worse.
  ///
  /// - Parameter severity: how bad it is, for one that does not last; a warning where that is not known.
  /// - Returns: the alert as it is now; nil when none with this identity lasts.
  @discardableResult
  public mutating func snooze(_ id: String, until: Timestamp, asBadAs severity: Alert.Severity? = nil) -> Alert? {
    let rule = states.first { $1.alert?.id == id }?.key
    let lasting = rule.flatMap { states[$0]?.alert?.severity }
    snoozes[id] = Snooze(until: until, severity: lasting ?? severity ?? .warning)
    guard let rule else { return nil }
    states[rule]?.alert?.snoozedUntil = until
    return states[rule]?.alert
  }

  /// What is raised while it is snoozed is so from the start; what escalates, or comes back worse, is no longer.
  private mutating func quietened(_ transition: AlertTransition, _ state: inout RuleState) -> AlertTransition {
    let id = transition.alert.id
    guard let snooze = snoozes[id] else { return transition }
    switch transition.kind {
    case .raised where transition.alert.severity <= snooze.severity:
      state.alert?.snoozedUntil = snooze.until
      return AlertTransition(.raised, state.alert ?? transition.alert)
    case .raised, .escalated: snoozes[id] = nil
    case .cleared, .reminded: break
    }
    return transition
  }

  private mutating func forgetSnoozes(endedAt now: Timestamp) {
    if !snoozes.isEmpty { snoozes = snoozes.filter { now < $0.value.until } }
  }

  private mutating func countBandTimes(_ observations: [AlertObservation], _ now: Timestamp) {
    var counted = Set<String>()
    for index in observations.indices {
      guard case .drift(let strategy) = observations[index].rule, counted.insert(strategy).inserted else { continue }
      let isOutside: Bool? =
        if case .measured(let drift, let levels) = observations[index].finding {
          levels.levels.first.map { levels.enters($0, drift) }
        } else {
          nil
        }
      bandTimes[strategy, default: BandTime()].advance(to: now, isOutside: isOutside)
    }
  }

  private mutating func keep(_ over: [Alert]) {
    cleared.insert(contentsOf: over.reversed(), at: 0)
    if cleared.count > Self.clearedLimit { cleared.removeLast(cleared.count - Self.clearedLimit) }
  }
}

extension [AlertObservation] {
  /// True when one before this one is of its rule.
  fileprivate func watchedBefore(_ index: Int) -> Bool { self[..<index].contains { $0.rule == self[index].rule } }
}

extension AlertObservation.Finding {
  /// True when a rule without a past would neither raise an alert nor begin to count time.
  fileprivate var isQuiet: Bool {
    switch self {
    case .absent, .unverifiable: true
    case .present: false
    case .measured(let value, let levels): !levels.levels.contains { levels.enters($0, value) }
    }
  }
}
