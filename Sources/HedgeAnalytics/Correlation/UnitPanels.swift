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
        for panel in 0..<rows / Self.lanes { Self.pack(panel, returns, scales, length, into: buffer) }
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

  private static func pack(
    _ panel: Int, _ returns: UnsafeBufferPointer<Double>, _ scales: [Scale], _ length: Int,
    into buffer: UnsafeMutableBufferPointer<Double>
  ) {
    let start = panel * lanes * length
    for lane in 0..<lanes {
      let series = panel * lanes + lane
      let scale = series < scales.count ? scales[series] : nil
      var index = start + lane
      guard let scale, scale.factor > 0 else {
        for step in 0..<length { buffer[start + step * lanes + lane] = 0 }
        continue
      }
      for step in 0..<length {
        buffer[index] = (returns[series * length + step] - scale.mean) * scale.factor
        index += lanes
      }
    }
  }
}
