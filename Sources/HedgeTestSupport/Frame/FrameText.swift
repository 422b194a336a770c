import TerminalCells

/// A grid as text a person can read and review: a block of text, a block of styles, and what their letters mean.
public enum FrameText {
  /// Writes a grid down. The styles are one letter per cell, `.` for the plain style, the others `a`, `b`, … in the
  /// order they appear from the upper left.
  public static func describe(_ grid: Grid) -> String {
    var letters: [Style: Character] = [.plain: "."]
    var legend: [String] = []
    let styles = grid.styleRows.map { row in
      String(row.map { letter(of: $0, in: &letters, legend: &legend) })
    }
    return
      (["size \(grid.size)", "", "text"] + grid.text.map { "|\($0)" } + ["", "styles"] + styles.map { "|\($0)" }
      + ["", "legend", ". plain"] + legend).joined(separator: "\n") + "\n"
  }

  /// Where two descriptions differ, line by line, with as much of the unchanged as helps; `nil` where they do not.
  public static func difference(expected: String, found: String) -> String? {
    guard expected != found else { return nil }
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let found = found.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for index in 0..<max(expected.count, found.count) {
      let before = index < expected.count ? expected[index] : nil
      let after = index < found.count ? found[index] : nil
      guard before != after else { continue }
      if let before { lines.append("\(index + 1) - \(before)") }
      if let after { lines.append("\(index + 1) + \(after)") }
      if let before, let after { lines.append(marks(before, after, indent: "\(index + 1) + ".count)) }
    }
    return lines.joined(separator: "\n")
  }

  private static func letter(
    of style: Style, in letters: inout [Style: Character], legend: inout [String]
  ) -> Character {
    if let known = letters[style] { return known }
    let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    let index = letters.count - 1
    // Gradients can have more styles than there are letters: letters of scripts every editor shows follow.
    let next =
      index < alphabet.count
      ? alphabet[index] : Unicode.Scalar(UInt32(0x4E00 + index - alphabet.count)).map(Character.init) ?? "?"
    letters[style] = next
    legend.append("\(next) \(style)")
    return next
  }

  private static func marks(_ before: Substring, _ after: Substring, indent: Int) -> String {
    let before = Array(before)
    let after = Array(after)
    let marks = (0..<max(before.count, after.count)).map { index in
      let same = index < before.count && index < after.count && before[index] == after[index]
      return same ? " " : "^"
    }
    return String(repeating: " ", count: indent) + marks.joined()
  }
}
