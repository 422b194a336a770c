/// The returns of a moving window and their product sums, step by step.
struct RollingWindow: Sendable {
  let assets: Int
  let capacity: Int
  /// Steps taken in, those that have left again included.
  private(set) var steps = 0

  /// Rings of `capacity` steps: the benchmark's returns, and all assets' of one step side by side.
  private(set) var x: [Double]
  private(set) var y: [Double]
  /// Origins the sums are taken about: the means at the last rebuild.
  private(set) var originX = 0.0
  private(set) var originY: [Double]
  private var sums: [Sums]
  /// Sums with a second factor, for each that is asked for.
  private(set) var factors: [FactorSums]

  private struct Sums {
    var count = 0
    var x = 0.0
    var y = 0.0
    var xx = 0.0
    var xy = 0.0
    var yy = 0.0
  }

  /// - Parameter factors: the assets that are second factors.
  init(assets: Int, capacity: Int, factors: [Int] = []) {
    self.assets = assets
    self.capacity = capacity
    x = [Double](repeating: .nan, count: capacity)
    y = [Double](repeating: .nan, count: capacity * assets)
    originY = [Double](repeating: 0, count: assets)
    sums = [Sums](repeating: Sums(), count: assets)
    self.factors = factors.map { FactorSums(factor: $0, assets: assets) }
  }

  /// Takes in the next step, from which the oldest leaves when the window is full.
  mutating func push(benchmark: Double, assets row: [Double]) {
    let slot = steps % capacity
    add(slot, sign: -1)
    write(slot, benchmark, row)
    add(slot, sign: 1)
    steps += 1
    if steps % capacity == 0 { rebuild() }
  }

  /// Replaces the newest step; does nothing before the first.
  mutating func replaceNewest(benchmark: Double, assets row: [Double]) {
    guard steps > 0 else { return }
    let slot = (steps - 1) % capacity
    add(slot, sign: -1)
    write(slot, benchmark, row)
    add(slot, sign: 1)
  }

  /// Moments of one asset with the benchmark.
  func moments(of asset: Int) -> CentredMoments {
    let sum = sums[asset]
    let count = Double(sum.count)
    return CentredMoments(
      count: sum.count, meanX: originX + sum.x / count, meanY: originY[asset] + sum.y / count,
      sumXX: sum.xx - sum.x * sum.x / count, sumXY: sum.xy - sum.x * sum.y / count,
      sumYY: sum.yy - sum.y * sum.y / count)
  }

  /// Observations of one asset.
  func count(of asset: Int) -> Int { sums[asset].count }

  /// The window's pairs of one asset, oldest first.
  func pairs(of asset: Int) -> PairedReturns {
    PairedReturns(benchmark: benchmarkReturns, asset: returns(of: asset))
  }

  /// The window's returns of the benchmark, oldest first, NaN where there is none.
  var benchmarkReturns: [Double] { order.map { x[$0] } }

  /// The window's returns of one asset, oldest first, NaN where there is none.
  func returns(of asset: Int) -> [Double] { order.map { y[$0 * assets + asset] } }

  private var order: [Int] { (0..<capacity).map { (steps + $0) % capacity } }

  private mutating func write(_ slot: Int, _ benchmark: Double, _ row: [Double]) {
    x[slot] = benchmark
    y.replaceSubrange(slot * assets..<(slot + 1) * assets, with: row)
  }

  /// Adds or takes away the products of one step. A step without a benchmark has none.
  private mutating func add(_ slot: Int, sign: Double) {
    let dx = x[slot] - originX
    guard !dx.isNaN else { return }
    for asset in 0..<assets {
      let dy = y[slot * assets + asset] - originY[asset]
      if dy.isNaN { continue }
      sums[asset].count += sign > 0 ? 1 : -1
      sums[asset].x += sign * dx
      sums[asset].y += sign * dy
      sums[asset].xx += sign * dx * dx
      sums[asset].xy += sign * dx * dy
      sums[asset].yy += sign * dy * dy
    }
    for factor in factors.indices { addFactor(factor, slot, sign: sign) }
  }

  private mutating func addFactor(_ index: Int, _ slot: Int, sign: Double) {
    let factor = factors[index].factor
    let dz = y[slot * assets + factor] - originY[factor]
    guard !dz.isNaN else { return }
    for asset in 0..<assets {
      let dy = y[slot * assets + asset] - originY[asset]
      if !dy.isNaN { factors[index].add(asset, x: x[slot] - originX, z: dz, y: dy, sign: sign) }
    }
  }

  /// Sums everything up anew about the present means: rounding errors of the steps before are gone.
  private mutating func rebuild() {
    let known = x.filter { !$0.isNaN }
    originX = known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
    for asset in 0..<assets {
      let sum = sums[asset]
      if sum.count > 0 { originY[asset] += sum.y / Double(sum.count) }
      sums[asset] = Sums()
    }
    for factor in factors.indices { factors[factor].clear() }
    for slot in 0..<capacity { add(slot, sign: 1) }
  }
}
