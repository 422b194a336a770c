/// What rows are sorted by. Unknown values come last in either direction: they are neither large nor small.
enum SortKey: Hashable, Sendable {
  /// Alphabetical.
  case text(String)
  /// By size; nil is unknown.
  case number(Double?)
}

/// Which rows a panel shows, in which order.
enum RowOrder {
  /// The rows that pass the filter, sorted when a column is chosen, else in the order configured.
  ///
  /// - Parameters:
  ///   - text: what the filter looks at.
  ///   - key: what a row is sorted by in the chosen column.
  static func arrange<Row>(
    _ rows: [Row], _ context: PanelContext, text: (Row) -> String, key: (Row, Int) -> SortKey
  ) -> [Row] {
    let filter = RowFilter(context.filter)
    let shown = filter.isEmpty ? rows : rows.filter { filter.passes(text($0)) }
    guard let column = context.sortColumn else { return shown }
    let keyed = shown.enumerated().map { (key: key($0.element, column), position: $0.offset) }
    return keyed.sorted { left, right in
      precedes(left.key, right.key, descending: context.sortDescending) ?? (left.position < right.position)
    }
    .map { shown[$0.position] }
  }

  /// Whether a key stands before another; nil when neither does.
  private static func precedes(_ left: SortKey, _ right: SortKey, descending: Bool) -> Bool? {
    switch (left, right) {
    case (.text(let first), .text(let second)) where first != second: (first < second) != descending
    case (.number(let first), .number(let second)):
      switch (first.flatMap(\.ifFinite), second.flatMap(\.ifFinite)) {
      case (let first?, let second?): first == second ? nil : (first < second) != descending
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): nil
      }
    default: nil
    }
  }
}

extension Double {
  /// The number, or nil for NaN and infinities.
  var ifFinite: Double? { isFinite ? self : nil }
}
