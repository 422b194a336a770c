import HedgeModel

/// What became of a strategy's figures in one span: of each the last value known, the lowest and the highest.
struct HistorySpan: Hashable, Sendable {
  private(set) var last: [Double?]
  private(set) var lowest: [Double?]
  private(set) var highest: [Double?]

  /// A span in which nothing is known.
  init(count: Int = HistoryFigure.allCases.count) {
    last = Array(repeating: nil, count: count)
    lowest = last
    highest = last
  }

  /// A span as it was kept.
  init(last: [Double?], lowest: [Double?], highest: [Double?]) {
    self.last = last
    self.lowest = lowest
    self.highest = highest
  }

  /// A span with one sample in it.
  init(_ values: [Double?]) {
    self.init(last: values, lowest: values, highest: values)
  }

  /// Adds what came after it.
  mutating func add(_ later: HistorySpan) {
    for index in last.indices {
      guard let value = later.last[index] else { continue }
      last[index] = value
      let (low, high) = (later.lowest[index] ?? value, later.highest[index] ?? value)
      lowest[index] = min(lowest[index] ?? low, low)
      highest[index] = max(highest[index] ?? high, high)
    }
  }
}
