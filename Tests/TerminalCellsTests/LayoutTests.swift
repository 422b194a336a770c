import SeededRandom
import TerminalCells
import Testing

@Suite("Layout")
struct LayoutTests {
  @Test("fixed parts get their length, flexible ones share the rest by weight")
  func sharing() {
    #expect(Layout.split(10, constraints: [.fixed(3), .rest]) == [0..<3, 3..<10])
    #expect(
      Layout.split(10, constraints: [.flexible(minimum: 0, weight: 1), .flexible(minimum: 0, weight: 2)])
        == [0..<3, 3..<10])
    #expect(Layout.split(10, constraints: [.rest, .rest, .rest]) == [0..<4, 4..<7, 7..<10])
    #expect(Layout.split(11, constraints: [.fixed(3), .rest, .fixed(2)], spacing: 1) == [0..<3, 4..<8, 9..<11])
  }

  @Test("where there is not enough, earlier parts come first, and minimums before shares")
  func shortage() {
    #expect(Layout.split(5, constraints: [.fixed(3), .fixed(3), .fixed(3)]) == [0..<3, 3..<5, 5..<5])
    #expect(
      Layout.split(6, constraints: [.rest, .flexible(minimum: 5, weight: 1)]) == [0..<1, 1..<6])
    #expect(Layout.split(0, constraints: [.fixed(3), .rest]) == [0..<0, 0..<0])
    #expect(Layout.split(-4, constraints: [.rest]) == [0..<0])
    #expect(Layout.split(4, constraints: []) == [])
  }

  @Test("parts never overlap or leave the length, and add up to it when one of them is flexible")
  func sums() {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<2000 {
      let length = Int.random(in: -2...120, using: &random)
      let spacing = Int.random(in: 0...3, using: &random)
      let constraints: [Layout.Constraint] = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        Bool.random(using: &random)
          ? .fixed(.random(in: -2...30, using: &random))
          : .flexible(minimum: .random(in: -2...20, using: &random), weight: .random(in: 0...5, using: &random))
      }
      let parts = Layout.split(length, constraints: constraints, spacing: spacing)
      #expect(parts.count == constraints.count)
      #expect(parts.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= max(0, length) })
      #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      let flexible = constraints.contains { if case .flexible(_, let weight) = $0 { weight > 0 } else { false } }
      if flexible { #expect(parts.last?.upperBound == max(0, length), "\(constraints) in \(length)") }
    }
  }

  @Test("rectangles are cut without losing or sharing a cell")
  func rectangles() {
    let rect = Rect(column: 2, row: 3, columns: 10, rows: 6)
    let (left, right) = rect.splitHorizontally(at: 4)
    #expect(left == Rect(column: 2, row: 3, columns: 4, rows: 6))
    #expect(right == Rect(column: 6, row: 3, columns: 6, rows: 6))
    let (top, bottom) = rect.splitVertically(at: -2)
    #expect(top == Rect(column: 2, row: 3, columns: 10, rows: 4))
    #expect(bottom == Rect(column: 2, row: 7, columns: 10, rows: 2))
    #expect(rect.splitHorizontally(at: 99).right.isEmpty)
    #expect(rect.inset(by: 1) == Rect(column: 3, row: 4, columns: 8, rows: 4))
    #expect(rect.inset(by: 9).isEmpty)
    #expect(rect.intersection(Rect(column: 0, row: 0, columns: 3, rows: 99)).columns == 1)
    #expect(rect.intersection(Rect(column: 90, row: 0, columns: 3, rows: 99)).isEmpty)
    #expect(rect.centred(Size(columns: 4, rows: 99)) == Rect(column: 5, row: 3, columns: 4, rows: 6))
    #expect(rect.dividedIntoRows([.fixed(1), .rest]).map(\.rows) == [1, 5])
    #expect(rect.line(5) == Rect(column: 2, row: 8, columns: 10, rows: 1))
    #expect(rect.line(6).isEmpty)
  }
}
