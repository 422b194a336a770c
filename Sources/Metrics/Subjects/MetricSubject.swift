import HedgeModel

/// Something metrics are of: a portfolio, a strategy, a leg.
protocol MetricSubject: Sendable {
  /// What tells it from others of its sort.
  var labels: LabelText { get }
  /// The currency its values are in.
  var currency: String { get }
  /// The instant of the snapshot.
  var now: Timestamp { get }
}
