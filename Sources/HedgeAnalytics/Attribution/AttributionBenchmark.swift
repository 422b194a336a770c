import HedgeModel

/// The benchmark as profit is attributed by it: prices with weights, rebalanced at the start of each segment.
public struct AttributionBenchmark: Hashable, Sendable {
  /// One asset of the benchmark.
  public struct Component: Hashable, Sendable {
    /// Where its price is read.
    public let price: AttributionPrice
    /// Its share; the shares sum to 1.
    public let weight: Double

    /// A component; see the properties.
    public init(price: AttributionPrice, weight: Double) {
      self.price = price
      self.weight = weight
    }
  }

  /// The components, at least one.
  public let components: [Component]

  /// A benchmark of these components.
  public init(components: [Component]) {
    self.components = components
  }

  /// r_b = Σ w·(p₁/p₀ − 1) between two instants, as old as the prices of the later one.
  func move(from start: MarketPoint?, to end: MarketPoint) -> Reading<Double> {
    guard let start else {
      return .unknown(UnknownReason(.notReceived, "no benchmark price at the opening"))
    }
    return components.sum { component in
      let now = component.price.reading(in: end.markets)
      return now.combined(with: component.price.reading(in: start.markets).withoutAge(at: start.at)) {
        component.weight * ($0 / $1 - 1)
      }
    }
  }

  /// True when every component has a price that is not stale.
  func isFresh(at point: MarketPoint) -> Bool {
    components.allSatisfy { $0.price.reading(in: point.markets).isFresh }
  }
}
