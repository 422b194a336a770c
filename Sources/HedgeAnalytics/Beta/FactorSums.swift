/// Product sums of a moving window with a second factor, asset by asset, over the steps where all three have a return.
struct FactorSums: Sendable {
  /// The asset that is the second factor.
  let factor: Int
  private var sums: [Sums]

  private struct Sums {
    var count = 0
    var (x, z, y) = (0.0, 0.0, 0.0)
    var (xx, xz, zz) = (0.0, 0.0, 0.0)
    var (xy, zy, yy) = (0.0, 0.0, 0.0)
  }

  init(factor: Int, assets: Int) {
    self.factor = factor
    sums = [Sums](repeating: Sums(), count: assets)
  }

  /// Adds (sign 1) or takes away (sign −1) the products of one step, about the window's origins.
  mutating func add(_ asset: Int, x: Double, z: Double, y: Double, sign: Double) {
    sums[asset].count += sign > 0 ? 1 : -1
    sums[asset].x += sign * x
    sums[asset].z += sign * z
    sums[asset].y += sign * y
    sums[asset].xx += sign * x * x
    sums[asset].xz += sign * x * z
    sums[asset].zz += sign * z * z
    sums[asset].xy += sign * x * y
    sums[asset].zy += sign * z * y
    sums[asset].yy += sign * y * y
  }

  /// Forgets all steps.
  mutating func clear() {
    for asset in sums.indices { sums[asset] = Sums() }
  }

  /// Moments of one asset, given what the sums were taken about.
  func moments(of asset: Int, originX: Double, originZ: Double, originY: Double) -> TwoFactorMoments {
    let sum = sums[asset]
    let count = Double(sum.count)
    return TwoFactorMoments(
      count: sum.count, meanX: originX + sum.x / count, meanZ: originZ + sum.z / count,
      meanY: originY + sum.y / count, sumXX: sum.xx - sum.x * sum.x / count,
      sumXZ: sum.xz - sum.x * sum.z / count, sumZZ: sum.zz - sum.z * sum.z / count,
      sumXY: sum.xy - sum.x * sum.y / count, sumZY: sum.zy - sum.z * sum.y / count,
      sumYY: sum.yy - sum.y * sum.y / count)
  }
}
