import HedgeTestSupport

@testable import Metrics

/// A test of the rules as promtool wants it: samples as they are served, constant for ten minutes, and who fires then.
enum RuleScenario {
  /// A snapshot each, with the alerts that fire on it after six minutes.
  private static let cases: [(portfolio: PublishedPortfolio, firing: Set<String>)] = [
    (SnapshotBuilder.calm.watched, []),
    (
      MonitoredSamples.full,
      [
        "HedgetopDriftBeyondBand", "HedgetopMarginWarning", "HedgetopMarginCritical", "HedgetopLiquidationNear",
        "HedgetopLiquidationVeryNear",
      ]
    ),
    (SnapshotBuilder.stale.watched, ["HedgetopFeedStale", "HedgetopFigureStale"]),
    (SnapshotBuilder.unknown.watched, ["HedgetopFeedStale", "HedgetopFigureUnknown"]),
  ]

  private static let names = MonitoringFile.rules.text.matches(of: /alert: (\w+)/).map { String($0.1) }

  /// The file.
  static var file: String {
    var text = "rule_files: [rules.yml]\nevaluation_interval: 30s\ntests:\n"
    for (portfolio, firing) in cases {
      text += "  - interval: 30s\n    input_series:\n"
      for line in MetricsText.hedge([portfolio]).split(separator: "\n") where !line.hasPrefix("#") {
        text += series(line)
      }
      text += "      - series: 'up{job=\"hedgetop\",instance=\"here\"}'\n        values: '1x20'\n"
      text += "    promql_expr_test:\n"
      for name in names {
        let expression = "count(ALERTS{alertname=\"\(name)\",alertstate=\"firing\"}) > 0 or vector(0)"
        text += "      - expr: 'clamp_max(\(expression), 1)'\n        eval_time: 6m\n"
        text += "        exp_samples: [{labels: '{}', value: \(firing.contains(name) ? 1 : 0)}]\n"
      }
    }
    return text
  }

  /// One sample, as a series with the labels that scraping adds. The time of a test begins with 0, so what is an instant
  /// of the snapshot is told as one of the test.
  private static func series(_ line: Substring) -> String {
    let cut = line.lastIndex(of: " ") ?? line.endIndex
    let (sample, value) = (line[..<cut], line[cut...].dropFirst())
    let labelled = sample.replacing("{", with: "{job=\"hedgetop\",instance=\"here\",", maxReplacements: 1)
    let isInstant = sample.hasPrefix("hedgetop_snapshot_published_timestamp_seconds")
    return "      - series: '\(labelled)'\n        values: '\(isInstant ? "0+30" : "\(value)")x20'\n"
  }
}
