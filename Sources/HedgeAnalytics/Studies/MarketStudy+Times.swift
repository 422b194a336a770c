import HedgeModel

extension MarketStudy {
  /// The close at which a window of ``averages`` ends.
  public func close(ofAverage index: Int) -> Timestamp {
    asOf.advanced(byMilliseconds: -Int64(averages.count - 1 - index) * interval.duration.wholeMilliseconds)
  }

  /// The time the correlations and volatilities are over.
  public var span: Duration { interval.duration * window }

  /// The time each average correlation over time is over.
  public var regimeSpan: Duration { interval.duration * Self.regimeWindow }

  /// When each test left its boundary. A test counts pairs; steps without a return of either are no pair.
  static func crossings(
    _ tests: [Asset: Reading<CusumTest>], returns: [Asset: [Double]], _ market: [Double], last: Timestamp,
    step: Duration
  ) -> [Asset: Timestamp] {
    tests.reduce(into: [:]) { crossings, test in
      guard let crossing = test.value.value?.crossing, let asset = returns[test.key] else { return }
      let pairs = zip(market, asset).enumerated().filter { !$0.element.0.isNaN && !$0.element.1.isNaN }.map(\.offset)
      guard pairs.indices.contains(crossing) else { return }
      let barsAgo = min(market.count, asset.count) - 1 - pairs[crossing]
      crossings[test.key] = last.advanced(byMilliseconds: -Int64(barsAgo) * step.wholeMilliseconds)
    }
  }
}
