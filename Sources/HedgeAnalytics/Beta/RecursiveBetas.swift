import HedgeModel

/// One recursive estimator for many assets, whose newest bar may still be corrected.
struct RecursiveBetas<State: BetaRecursion>: Sendable {
  let method: BetaMethod
  /// With the newest step, and without it.
  private var current: [State]
  private var settled: [State]
  private var hasNewest = false

  init(_ method: BetaMethod, _ state: State, assets: Int) {
    self.method = method
    current = [State](repeating: state, count: assets)
    settled = current
  }

  subscript(asset: Int) -> State { current[asset] }

  /// Takes in steps without returns.
  mutating func skip(steps: Int64) {
    guard steps > 0 else { return }
    for asset in current.indices { current[asset].skip(steps: steps) }
  }

  /// Takes in the next step.
  mutating func push(benchmark: Double, assets row: [Double]) {
    hasNewest = true
    for asset in current.indices {
      settled[asset] = current[asset]
      current[asset].add(benchmark: benchmark, asset: row[asset])
    }
  }

  /// Replaces the newest step; does nothing before the first.
  mutating func replaceNewest(benchmark: Double, assets row: [Double]) {
    guard hasNewest else { return }
    for asset in current.indices {
      current[asset] = settled[asset]
      current[asset].add(benchmark: benchmark, asset: row[asset])
    }
  }
}
