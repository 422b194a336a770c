/// What beta is measured against: one asset, or several with weights, rebalanced at each bar.
public struct Benchmark: Hashable, Sendable {
  /// One asset of the benchmark.
  public struct Component: Hashable, Sendable {
    /// The asset.
    public let asset: Asset
    /// Its share; the shares sum to 1.
    public let weight: Double

    /// A component; see the properties.
    public init(asset: Asset, weight: Double) {
      self.asset = asset
      self.weight = weight
    }
  }

  /// The components, at least one.
  public let components: [Component]

  /// A benchmark of one asset.
  public init(_ asset: Asset) {
    self.components = [Component(asset: asset, weight: 1)]
  }

  /// A composite benchmark; nil when empty, when a weight is not finite, or when the weights do not sum to 1 within 1e-9.
  public init?(components: [Component]) {
    let sum = components.reduce(0) { $0 + $1.weight }
    guard !components.isEmpty, components.allSatisfy({ $0.weight.isFinite }), abs(sum - 1) <= 1e-9 else { return nil }
    self.components = components
  }

  /// The asset when there is just one; nil for a composite.
  public var singleAsset: Asset? { components.count == 1 ? components[0].asset : nil }

  /// `BTC`, or `BTC:0.5,ETH:0.5`.
  public var label: String {
    singleAsset?.symbol ?? components.map { "\($0.asset):\($0.weight)" }.joined(separator: ",")
  }
}
