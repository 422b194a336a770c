import HedgeModel

/// The closed bars of the spot markets, by bar length: what betas, sparklines and 24-hour changes are made from.
struct BarBook: Sendable {
  /// The bars of one instrument and length, oldest first, without repeats.
  struct Series: Sendable {
    private(set) var bars: [Bar] = []

    /// Adds bars, in any order; of two with the same close the later wins. Keeps the newest `capacity`.
    mutating func insert(contentsOf new: [Bar], capacity: Int) {
      if let last = bars.last, new.allSatisfy({ $0.close > last.close }), isAscending(new) {
        bars.append(contentsOf: new)
      } else {
        var merged = Dictionary(bars.map { ($0.close, $0) }, uniquingKeysWith: { $1 })
        for bar in new { merged[bar.close] = bar }
        bars = merged.values.sorted { $0.close < $1.close }
      }
      if bars.count > capacity { bars.removeFirst(bars.count - capacity) }
    }

    private func isAscending(_ bars: [Bar]) -> Bool {
      zip(bars, bars.dropFirst()).allSatisfy { $0.close < $1.close }
    }
  }

  private var series: [BetaPolicy.BarInterval: [InstrumentID: Series]] = [:]
  /// The last two days of hourly closes, or daily ones where there are no hourly, of each instrument: kept with the
  /// bars, so that a snapshot shares them instead of copying them every second.
  private(set) var recentCloses: [InstrumentID: [Double]] = [:]
  /// Rises with every bar added.
  private(set) var version = 0
  private var capacities: [BetaPolicy.BarInterval: Int]

  /// An empty book that keeps at most so many bars of each length.
  init(capacities: [BetaPolicy.BarInterval: Int]) {
    self.capacities = capacities
  }

  /// The same bars, with other bounds from now on.
  func keeping(_ capacities: [BetaPolicy.BarInterval: Int]) -> BarBook {
    var book = self
    book.capacities = capacities
    return book
  }

  /// Adds bars of one instrument.
  mutating func insert(_ bars: [Bar], of instrument: InstrumentID, _ interval: BetaPolicy.BarInterval) {
    series[interval, default: [:]][instrument, default: Series()]
      .insert(contentsOf: bars, capacity: capacities[interval] ?? 1)
    version += 1
    let hourly = self.bars(of: instrument, .hour)
    recentCloses[instrument] =
      (hourly.isEmpty ? self.bars(of: instrument, .day) : hourly).suffix(48).compactMap(\.price)
  }

  /// The bars of one instrument, oldest first.
  func bars(of instrument: InstrumentID, _ interval: BetaPolicy.BarInterval) -> [Bar] {
    series[interval]?[instrument]?.bars ?? []
  }

  /// The bars of each asset's market that closed within `span` before the newest of all, that one included.
  func bars(
    of markets: [Asset: InstrumentID], _ interval: BetaPolicy.BarInterval, spanning span: Duration
  ) -> [Asset: [Bar]] {
    let all = markets.mapValues { bars(of: $0, interval) }
    guard let newest = all.values.compactMap({ $0.last?.close }).max() else { return [:] }
    return all.mapValues { bars in Array(bars[bars.firstIndex(after: newest - span - .milliseconds(1))...]) }
  }

  /// The price 24 hours before `now`: of the last bar closed by then, of the shortest length that reaches back; nil
  /// when the bar nearest to it is older than one bar length before, so that a gap is not taken for a price.
  func dayAgoPrice(of instrument: InstrumentID, at now: Timestamp) -> Double? {
    dayAgo(of: instrument, at: now).price
  }

  /// ``dayAgoPrice(of:at:)``, and the instant from which it may be another as long as no bar is added.
  func dayAgo(of instrument: InstrumentID, at now: Timestamp) -> (price: Double?, until: Timestamp) {
    let dayAgo = now - .days(1)
    var until = Timestamp(milliseconds: .max)
    for interval in [BetaPolicy.BarInterval.hour, .day] {
      let bars = bars(of: instrument, interval)
      let next = bars.firstIndex(after: dayAgo)
      if next < bars.endIndex { until = min(until, bars[next].close + .days(1)) }
      guard next > 0, case let bar = bars[next - 1], dayAgo - bar.close < interval.duration, let price = bar.price
      else { continue }
      return (price, min(until, bar.close + interval.duration + .days(1)))
    }
    return (nil, until)
  }
}

extension [Bar] {
  /// Index of the first bar that closed after `instant`, by halving: bars are in order.
  fileprivate func firstIndex(after instant: Timestamp) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].close > instant { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
