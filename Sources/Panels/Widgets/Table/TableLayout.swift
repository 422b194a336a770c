import TerminalCells

/// Where the columns of a table stand: pure arithmetic, so that it can be tested without drawing.
struct TableLayout: Hashable, Sendable {
  /// A column in its place.
  struct Placed: Hashable, Sendable {
    /// Its index in the table.
    let index: Int
    /// Columns from the left edge.
    let offset: Int
    /// Its width.
    let columns: Int
    /// The part of the width from the decimal point on.
    let fraction: Int
  }

  /// What the cells of one column ask for.
  struct Demand: Hashable, Sendable {
    /// Columns left of the decimal point.
    var whole = 0
    /// Columns from the decimal point on.
    var fraction = 0
    /// Columns of the heading.
    var title = 0
    /// Columns saved when the points need not stand below each other.
    var slack = 0

    /// Columns in all.
    var columns: Int { max(title, whole + fraction) }
    /// Columns with the numbers at the right edge instead.
    var tight: Int { max(title, whole + fraction - slack) }
  }

  /// The columns that fit, left to right.
  let placed: [Placed]

  /// Leaves out the least important columns until the rest fit in `width`, then spends what is left over: on names
  /// cut short, on points below each other, on gaps of two, on drawings, on gaps of three.
  init(_ columns: [TableColumn], demands: [Demand], width: Int) {
    var kept = Array(columns.indices)
    func floor(_ index: Int) -> Int { Self.floor(columns[index].width, demands[index]) }
    func needed() -> Int { kept.reduce(0) { $0 + floor($1) } + max(0, kept.count - 1) }
    while needed() > width,
      let least = kept.filter({ columns[$0].priority > 0 }).max(by: {
        (columns[$0].priority, $0) < (columns[$1].priority, $1)
      })
    {
      kept.removeAll { $0 == least }
    }
    var widths = kept.map(floor)
    var spare = max(0, width - needed())
    Self.grow(&widths, kept, columns, demands, &spare, drawings: false)
    let aligned = Self.align(&widths, kept, columns, demands, &spare)
    let gaps = max(1, kept.count - 1)
    var gap = 1
    if spare >= gaps {
      gap = 2
      spare -= gaps
    }
    Self.grow(&widths, kept, columns, demands, &spare, drawings: true)
    if gap == 2, spare >= gaps { gap = 3 }
    var offset = 0
    placed = kept.enumerated().map { position, index in
      defer { offset += widths[position] + gap }
      return Placed(
        index: index, offset: offset, columns: widths[position],
        fraction: aligned.contains(index) ? demands[index].fraction : 0)
    }
  }

  private static func floor(_ width: TableColumn.Width, _ demand: Demand) -> Int {
    switch width {
    case .content(let minimum): max(minimum, demand.tight)
    case .shrinking(let minimum): min(minimum, demand.columns)
    case .drawing(let minimum, _): minimum
    }
  }

  /// Widens columns of numbers so that their points stand below each other, each wholly or not at all.
  ///
  /// - Returns: the columns for which there was room.
  private static func align(
    _ widths: inout [Int], _ kept: [Int], _ columns: [TableColumn], _ demands: [Demand], _ spare: inout Int
  ) -> Set<Int> {
    var aligned: Set<Int> = []
    for (position, index) in kept.enumerated() where columns[index].alignment == .decimal {
      let missing = max(0, demands[index].columns - widths[position])
      guard missing <= spare else { continue }
      widths[position] += missing
      spare -= missing
      aligned.insert(index)
    }
    return aligned
  }

  private static func grow(
    _ widths: inout [Int], _ kept: [Int], _ columns: [TableColumn], _ demands: [Demand], _ spare: inout Int,
    drawings: Bool
  ) {
    for (position, index) in kept.enumerated() {
      let wanted: Int
      switch columns[index].width {
      case .shrinking where !drawings: wanted = demands[index].columns
      case .drawing(_, let maximum) where drawings: wanted = maximum
      default: continue
      }
      let granted = min(spare, max(0, wanted - widths[position]))
      widths[position] += granted
      spare -= granted
    }
  }
}
