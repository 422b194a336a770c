import HedgeModel

/// Collects a strategy's samples in bounded memory.
///
/// When the record is full every second sample is dropped and the spacing doubles, so a session of any length fits,
/// the older part in less detail than a screen could show anyway.
struct StrategyRecorder: Sendable {
  private let capacity: Int
  private var spacing: Duration = .zero
  /// The samples kept, oldest first.
  private(set) var samples: [StrategySample] = []

  /// An empty record of at most `capacity` samples.
  init(capacity: Int = 1440) {
    self.capacity = capacity
  }

  /// Takes the figures of one instant, unless the last one kept is too near.
  mutating func record(_ sample: StrategySample) {
    guard samples.last.map({ sample.at - $0.at >= spacing }) ?? true else { return }
    samples.append(sample)
    if samples.count > capacity { thin() }
  }

  /// Puts earlier samples, oldest first, before those that are there.
  mutating func recall(_ past: [StrategySample]) {
    let earlier = past.filter { sample in samples.first.map { sample.at < $0.at } ?? true }
    samples = earlier + samples
    while samples.count > capacity { thin() }
  }

  private mutating func thin() {
    let span = samples[samples.count - 1].at - samples[0].at
    samples = samples.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    spacing = span / (samples.count - 1)
  }
}
