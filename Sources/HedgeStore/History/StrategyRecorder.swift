import HedgeModel

/// Collects a strategy's samples in bounded memory, and the time it spends beyond its band.
///
/// When the record is full every second sample is dropped and the spacing doubles, so a session of any length fits,
/// the older part in less detail than a screen could show anyway.
struct StrategyRecorder: Sendable {
  private let capacity: Int
  private var spacing: Duration = .zero
  private var samples: [StrategySample] = []
  private var outsideSince: Timestamp?
  private var timeOutside: Duration = .zero
  private var lastSeen: Timestamp?

  /// An empty record of at most `capacity` samples.
  init(capacity: Int = 1440) {
    self.capacity = capacity
  }

  /// Takes the figures of one instant.
  ///
  /// - Parameter isOutside: whether the drift is beyond the band; nil when that is unknown, which neither begins nor
  ///   ends an excursion and is not counted as time outside.
  mutating func record(_ sample: StrategySample, isOutside: Bool?) {
    count(isOutside, at: sample.at)
    guard samples.last.map({ sample.at - $0.at >= spacing }) ?? true else { return }
    samples.append(sample)
    if samples.count > capacity { thin() }
  }

  /// The record as the snapshot shows it.
  var history: StrategyHistory {
    StrategyHistory(samples: samples, outsideSince: outsideSince, timeOutside: timeOutside)
  }

  private mutating func count(_ isOutside: Bool?, at now: Timestamp) {
    if isOutside == true, outsideSince != nil, let lastSeen { timeOutside += now - lastSeen }
    if let isOutside { outsideSince = isOutside ? (outsideSince ?? now) : nil }
    lastSeen = isOutside == nil ? nil : now
  }

  private mutating func thin() {
    let span = samples[samples.count - 1].at - samples[0].at
    samples = samples.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    spacing = span / (samples.count - 1)
  }
}
