import Alerting

extension HedgeSnapshot {
  /// Active alerts without an acknowledgement, the worst first.
  public var unacknowledgedAlerts: [Alert] {
    let open = alerts.filter { $0.isActive && $0.acknowledgedAt == nil }
    return open.enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
      .map(\.element)
  }
}
