/// Bars drawn with characters, one a line, each made of parts that add up.
struct StackedBars {
  /// One bar.
  struct Row {
    let label: String
    /// Lengths of its parts; what is negative or no number is drawn as nothing.
    let parts: [Double]
  }

  let rows: [Row]
  /// What each part is drawn with.
  let signs: [Character]
  /// Columns of the longest bar.
  let width: Int
  /// The row that is pointed at; nil for none.
  let marked: Int?
  /// What points at it.
  let mark: Character

  /// The lines.
  var text: String {
    let lengths = rows.map { row in row.parts.map { $0.isFinite ? max(0, $0) : 0 } }
    let longest = lengths.map { $0.reduce(0, +) }.max() ?? 0
    let labels = rows.map(\.label.count).max() ?? 0
    return rows.indices.map { index in
      let label = String(repeating: " ", count: labels - rows[index].label.count) + rows[index].label
      let line = "\(label)  \(bar(lengths[index], longest))" + (index == marked ? " \(mark)" : "")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  /// Each part ends where the sum up to it ends, so that rounding never makes a bar longer than its sum.
  private func bar(_ parts: [Double], _ longest: Double) -> String {
    guard longest > 0 else { return "" }
    var (text, sum, drawn) = ("", 0.0, 0)
    for (part, sign) in zip(parts, signs) {
      sum += part
      let end = Int((sum / longest * Double(width)).rounded())
      text += String(repeating: sign, count: end - drawn)
      drawn = end
    }
    return text
  }
}
