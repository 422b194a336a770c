import CHedgeKernels

/// Series about their means, scaled to unit length, eight at a time interleaved step by step: what the kernel
/// multiplies. Series with gaps and those that did not move are zero here.
struct UnitPanels {
  /// Series and the zeros that fill up the last group of panels.
  let rows: Int
  let length: Int
  /// Series with a gap.
  private(set) var gapped: [Int] = []
  /// Series without a gap that did not move.
  private(set) var still: [Int] = []
  private var numbers: [Double] = []

  private static let lanes = Int(CHK_PANEL)

  init(_ returns: [Double], count: Int, length: Int) {
    let group = Self.lanes * Int(CHK_PANEL_GROUP)
    rows = (count + group - 1) / group * group
    self.length = length
    let scales = (0..<count).map { Scale(returns, $0 * length, length) }
    for (series, scale) in scales.enumerated() where scale.factor == 0 {
      if scale.hasGap { gapped.append(series) } else { still.append(series) }
    }
    numbers = [Double](unsafeUninitializedCapacity: rows * length) { buffer, filled in
      returns.withUnsafeBufferPointer { returns in
        let zeros = [Double](repeating: 0, count: length)
        for panel in 0..<rows / Self.lanes { Self.pack(panel, returns, scales, zeros, into: buffer) }
      }
      filled = rows * length
    }
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

    init(_ returns: [Double], _ start: Int, _ length: Int) {
      returns.withUnsafeBufferPointer { returns in
        var lanes = SIMD8<Double>.zero
        let whole = start + (length & ~7)
        let raw = UnsafeRawPointer(returns.baseAddress)
        for index in stride(from: start, to: whole, by: 8) {
          if let raw { lanes += raw.loadUnaligned(fromByteOffset: index * 8, as: SIMD8<Double>.self) }
        }
        mean = (whole..<start + length).reduce(lanes.sum()) { $0 + returns[$1] } / Double(length)
        lanes = .zero
        for index in stride(from: start, to: whole, by: 8) {
          guard let raw else { break }
          let move = raw.loadUnaligned(fromByteOffset: index * 8, as: SIMD8<Double>.self) - mean
          lanes += move * move
        }
        let squares = (whole..<start + length).reduce(lanes.sum()) {
          $0 + (returns[$1] - mean) * (returns[$1] - mean)
        }
        hasGap = squares.isNaN
        if UnitPanels.moves(squares, count: length, mean: mean) { factor = 1 / squares.squareRoot() }
      }
    }
  }

  /// Writes one panel: eight series, read side by side, about their means and scaled.
  private static func pack(
    _ panel: Int, _ returns: UnsafeBufferPointer<Double>, _ scales: [Scale], _ zeros: [Double],
    into buffer: UnsafeMutableBufferPointer<Double>
  ) {
    zeros.withUnsafeBufferPointer { zeros in
      let length = zeros.count
      guard length > 0, let target = buffer.baseAddress else { return }
      var (means, factors) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
      let rows = (0..<lanes).map { lane -> UnsafeBufferPointer<Double> in
        let series = panel * lanes + lane
        guard series < scales.count, scales[series].factor > 0 else { return zeros }
        means[lane] = scales[series].mean
        factors[lane] = scales[series].factor
        return UnsafeBufferPointer(rebasing: returns[series * length..<(series + 1) * length])
      }
      let (a, b, c, d, e, f, g, h) = (rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6], rows[7])
      let raw = UnsafeMutableRawPointer(target + panel * lanes * length)
      for step in 0..<length {
        let numbers = SIMD8(a[step], b[step], c[step], d[step], e[step], f[step], g[step], h[step])
        raw.storeBytes(of: (numbers - means) * factors, toByteOffset: step * lanes * 8, as: SIMD8<Double>.self)
      }
    }
  }
}
