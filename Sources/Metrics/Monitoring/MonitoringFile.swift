/// Files for the programs that watch this one, as they come with it.
public enum MonitoringFile: String, CaseIterable, Sendable {
  /// Alert rules of Prometheus.
  case rules
  /// A dashboard of Grafana.
  case dashboard
  /// The part of Prometheus's configuration that has it read the metrics.
  case scrape

  /// Its text.
  public var text: String {
    let bytes =
      switch self {
      case .rules: PackageResources.alert_rules_yml
      case .dashboard: PackageResources.dashboard_json
      case .scrape: PackageResources.scrape_yml
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
