/// Shares a length among parts.
public enum Layout {
  /// What one part asks for.
  public enum Constraint: Hashable, Sendable {
    /// Exactly this much, as long as there is room.
    case fixed(Int)
    /// At least `minimum`, and a share of what is left over in proportion to `weight`.
    case flexible(minimum: Int, weight: Int)

    /// A part that takes whatever is left.
    public static let rest = Constraint.flexible(minimum: 0, weight: 1)

    var minimum: Int {
      switch self {
      case .fixed(let length): max(0, length)
      case .flexible(let minimum, _): max(0, minimum)
      }
    }

    var weight: Int {
      switch self {
      case .fixed: 0
      case .flexible(_, let weight): max(0, weight)
      }
    }
  }

  /// Cuts `length` into one range per constraint, in order.
  ///
  /// First each part gets what it needs (its fixed length or its minimum), earlier parts before later ones where
  /// there is not enough. What is left goes to the flexible parts in proportion to their weights, the odd cells
  /// to the largest remainders, so that the parts always add up to `length` when any part has a weight.
  ///
  /// - Parameters:
  ///   - length: the cells to share; a negative length counts as none.
  ///   - constraints: what each part asks for.
  ///   - spacing: the cells left free between neighbouring parts, given up first from the end when short of room.
  /// - Returns: ranges that do not overlap, rise, and lie in `0..<length`; parts without room are empty.
  public static func split(_ length: Int, constraints: [Constraint], spacing: Int = 0) -> [Range<Int>] {
    guard !constraints.isEmpty else { return [] }
    let length = max(0, length)
    let gap = min(max(0, spacing), length / max(1, constraints.count - 1))
    var room = max(0, length - gap * (constraints.count - 1))
    var lengths = constraints.map { constraint in
      let granted = min(constraint.minimum, room)
      room -= granted
      return granted
    }
    share(room, among: constraints, into: &lengths)

    var position = 0
    return lengths.map { part in
      let start = min(position, length)
      let end = min(start + part, length)
      position = end + gap
      return start..<end
    }
  }

  private static func share(_ room: Int, among constraints: [Constraint], into lengths: inout [Int]) {
    let total = constraints.reduce(0.0) { $0 + Double($1.weight) }
    guard room > 0, total > 0 else { return }
    var remainders: [(index: Int, remainder: Double)] = []
    var left = room
    for (index, constraint) in constraints.enumerated() where constraint.weight > 0 {
      let ideal = Double(room) * Double(constraint.weight) / total
      let whole = min(Int(ideal), left)
      lengths[index] += whole
      left -= whole
      remainders.append((index, ideal - Double(whole)))
    }
    remainders.sort { ($0.remainder, $1.index) > ($1.remainder, $0.index) }
    var next = 0
    while left > 0 {
      lengths[remainders[next % remainders.count].index] += 1
      left -= 1
      next += 1
    }
  }
}
