import HedgeModel

/// One metric and how it is measured of each of its subjects: a row of a table of metrics.
struct MetricRow<Subject: MetricSubject>: Sendable {
  /// What one subject adds to the family.
  typealias Measure = @Sendable (_ subject: Subject, _ text: inout ExpositionText) -> Void

  let metric: Metric
  let measure: Measure

  /// A figure, which may be unknown or stale.
  static func figure(
    _ name: String, _ help: String, _ reading: @escaping @Sendable (Subject) -> Reading<Double>
  ) -> MetricRow {
    MetricRow(metric: .ours(name, help)) { $1.write(reading($0), $0.labels, now: $0.now) }
  }

  /// A figure in the portfolio's currency, which is one of its labels.
  static func money(
    _ name: String, _ help: String, _ reading: @escaping @Sendable (Subject) -> Reading<Double>
  ) -> MetricRow {
    MetricRow(metric: .ours(name, help)) {
      $1.write(reading($0), $0.labels.adding("currency", $0.currency), now: $0.now)
    }
  }

  /// A number that is simply not there where it has no meaning.
  static func number(
    _ name: String, _ help: String, kind: Metric.Kind = .gauge, _ value: @escaping @Sendable (Subject) -> Double?
  ) -> MetricRow {
    MetricRow(metric: .ours(name, help, kind: kind)) { subject, text in
      if let value = value(subject) { text.write(value, subject.labels) }
    }
  }

  /// A number that rises, and begins anew with the program.
  static func counter(
    _ name: String, _ help: String, _ value: @escaping @Sendable (Subject) -> Double?
  ) -> MetricRow { number(name, help, kind: .counter, value) }

  /// Yes or no, 1 or 0.
  static func flag(
    _ name: String, _ help: String, _ value: @escaping @Sendable (Subject) -> Bool
  ) -> MetricRow {
    number(name, help) { value($0) ? 1 : 0 }
  }

  /// An instant in seconds since 1970.
  static func instant(
    _ name: String, _ help: String, _ value: @escaping @Sendable (Subject) -> Timestamp?
  ) -> MetricRow {
    number(name, help) { value($0)?.seconds }
  }

  /// Facts that are labels of a sample that is always 1.
  static func facts(
    _ name: String, _ help: String, _ facts: @escaping @Sendable (Subject) -> [(name: String, value: String)]
  ) -> MetricRow {
    MetricRow(metric: .ours(name, help)) { $1.write(1, $0.labels.adding(facts($0))) }
  }

  /// Several numbers, each by the value of one label.
  static func each(
    _ name: String, _ label: String, _ help: String,
    _ values: @escaping @Sendable (Subject) -> [(value: String, number: Double)]
  ) -> MetricRow {
    MetricRow(metric: .ours(name, help)) { subject, text in
      for (value, number) in values(subject) { text.write(number, subject.labels.adding(label, value)) }
    }
  }
}
