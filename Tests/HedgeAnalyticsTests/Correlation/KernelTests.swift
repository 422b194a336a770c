import CHedgeKernels
import SeededRandom
import Testing

@Suite struct KernelTests {
  /// Panels of seeded numbers and their products, the plain way.
  static func sample(_ panels: Int, _ length: Int) -> (numbers: [Double], products: [Double]) {
    var generator = SeededGenerator(seed: UInt64(panels * 1_000 + length))
    let rows = panels * 8
    let numbers = (0..<rows * length).map { _ in generator.normal() }
    func number(_ row: Int, _ step: Int) -> Double { numbers[(row / 8 * length + step) * 8 + row % 8] }
    var products = [Double](repeating: 0, count: rows * rows)
    for row in 0..<rows {
      for column in row..<rows {
        products[row * rows + column] = (0..<length).reduce(0) { $0 + number(row, $1) * number(column, $1) }
      }
    }
    return (numbers, products)
  }

  @Test(
    "every set of instructions gives the products of the triangle",
    arguments: [CHK_PORTABLE, CHK_AVX2, CHK_AVX512], [(3, 1), (3, 7), (6, 180), (9, 181), (3, 400)])
  func products(instructions: chk_instructions, size: (panels: Int, length: Int)) {
    let (numbers, expected) = Self.sample(size.panels, size.length)
    var products = [Double](repeating: 0, count: expected.count)
    let result = chk_products(instructions, numbers, size.panels, size.length, &products)
    guard instructions.rawValue <= chk_best_instructions().rawValue else {
      #expect(result == -1 && products.allSatisfy { $0 == 0 }, "instructions the processor lacks are refused")
      return
    }
    #expect(result == 0)
    let rows = size.panels * 8
    for row in 0..<rows {
      for column in row..<rows {
        let (value, wanted) = (products[row * rows + column], expected[row * rows + column])
        #expect(abs(value - wanted) < 1e-12 * Double(size.length), "\(instructions) \(row), \(column)")
      }
    }
  }

  @Test("panels that do not fill their groups are refused")
  func groups() {
    let numbers = [Double](repeating: 1, count: 32)
    var products = [Double](repeating: 0, count: 32 * 32)
    #expect(chk_products(CHK_PORTABLE, numbers, 4, 1, &products) == -1)
    #expect(products.allSatisfy { $0 == 0 })
  }
}
