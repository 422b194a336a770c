import Alerting

extension HedgeSnapshot {
  /// Active alerts that are neither acknowledged nor snoozed, the worst first.
  public var unacknowledgedAlerts: [Alert] {
    let open = alerts.filter { $0.wantsAnswer(at: now) }
    return open.enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
      .map(\.element)
  }
}
