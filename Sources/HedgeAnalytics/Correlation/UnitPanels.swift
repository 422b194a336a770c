import CHedgeKernels

/// Series about their means, scaled to unit length, eight at a time interleaved step by step: what the kernel
/// multiplies. Series with gaps and those that did not move are zero here.
struct UnitPanels {
  /// Series and the zeros that fill up the last group of panels.
  let rows: Int
  let length: Int
  /// Series with a gap.
  let gapped: [Int]
  /// Series without a gap that did not move.
  let still: [Int]
  private let numbers: [Double]

  private static let lanes = Int(CHK_PANEL)

  init(_ returns: [Double], count: Int, length: Int) {
    let group = Self.lanes * Int(CHK_PANEL_GROUP)
    let rows = (count + group - 1) / group * group
    let zeros = [Double](repeating: 0, count: length)
    var (gapped, still): ([Int], [Int]) = ([], [])
    numbers = [Double](unsafeUninitializedCapacity: rows * length) { buffer, filled in
      returns.withUnsafeBufferPointer { returns in
        // A panel's scales are taken just before it is written: its series are then still at hand.
        for first in stride(from: 0, to: rows, by: Self.lanes) {
          let scales = (first..<max(first, min(first + Self.lanes, count))).map {
            Scale(UnsafeBufferPointer(rebasing: returns[$0 * length..<($0 + 1) * length]))
          }
          for (lane, scale) in scales.enumerated() where scale.factor == 0 {
            if scale.hasGap { gapped.append(first + lane) } else { still.append(first + lane) }
          }
          Self.pack(first, returns, scales, zeros, into: buffer)
        }
      }
      filled = rows * length
    }
    self.rows = rows
    self.length = length
    self.gapped = gapped
    self.still = still
  }

  /// The products of all rows with all rows, `rows` wide, filled where row ≤ column; what the processor lacks is
  /// computed with what every processor has.
  func products(_ instructions: chk_instructions) -> [Double] {
    var products = [Double](repeating: 0, count: rows * rows)
    products.withUnsafeMutableBufferPointer { products in
      numbers.withUnsafeBufferPointer { numbers in
        let panels = rows / Self.lanes
        guard let from = numbers.baseAddress, let to = products.baseAddress else { return }
        if chk_products(instructions, from, panels, length, to) != 0 {
          _ = chk_products(CHK_PORTABLE, from, panels, length, to)
        }
      }
    }
    return products
  }

  /// True when a series moved by more than the rounding of its own mean.
  static func moves(_ squares: Double, count: Int, mean: Double) -> Bool {
    let rounding = 1e-13 * mean
    return count >= 2 && squares > 0 && squares > Double(count) * rounding * rounding
  }

  /// Mean of a series, and what scales it to unit length about it; 0 where nothing does.
  private struct Scale {
    var mean = 0.0
    var factor = 0.0
    var hasGap = false

    init(_ series: UnsafeBufferPointer<Double>) {
      let whole = series.count & ~7
      guard let start = series.baseAddress else { return }
      let raw = UnsafeRawPointer(start)
      var lanes = SIMD8<Double>.zero
      for index in stride(from: 0, to: whole, by: 8) {
        lanes += raw.loadUnaligned(fromByteOffset: index * 8, as: SIMD8<Double>.self)
      }
      let mean = series[whole...].reduce(lanes.sum(), +) / Double(series.count)
      lanes = .zero
      for index in stride(from: 0, to: whole, by: 8) {
        let move = raw.loadUnaligned(fromByteOffset: index * 8, as: SIMD8<Double>.self) - mean
        lanes += move * move
      }
      let squares = series[whole...].reduce(lanes.sum()) { $0 + ($1 - mean) * ($1 - mean) }
      self.mean = mean
      hasGap = squares.isNaN
      if UnitPanels.moves(squares, count: series.count, mean: mean) { factor = 1 / squares.squareRoot() }
    }
  }

  /// Writes one panel: eight series, read side by side, about their means and scaled.
  private static func pack(
    _ first: Int, _ returns: UnsafeBufferPointer<Double>, _ scales: [Scale], _ zeros: [Double],
    into buffer: UnsafeMutableBufferPointer<Double>
  ) {
    zeros.withUnsafeBufferPointer { zeros in
      let length = zeros.count
      guard length > 0, let target = buffer.baseAddress else { return }
      var (means, factors) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
      let rows = (0..<lanes).map { lane -> UnsafeBufferPointer<Double> in
        guard lane < scales.count, scales[lane].factor > 0 else { return zeros }
        means[lane] = scales[lane].mean
        factors[lane] = scales[lane].factor
        return UnsafeBufferPointer(rebasing: returns[(first + lane) * length..<(first + lane + 1) * length])
      }
      let (a, b, c, d, e, f, g, h) = (rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6], rows[7])
      let raw = UnsafeMutableRawPointer(target + first * length)
      for step in 0..<length {
        let numbers = SIMD8(a[step], b[step], c[step], d[step], e[step], f[step], g[step], h[step])
        raw.storeBytes(of: (numbers - means) * factors, toByteOffset: step * lanes * 8, as: SIMD8<Double>.self)
      }
    }
  }
}
