/// Where a text longer than its box begins.
enum ScrollText {
  /// The first line shown: as asked, as far as there are lines to fill the box.
  static func clamped(_ scroll: Int, lines: Int, page: Int) -> Int {
    min(max(0, scroll), max(0, lines - max(0, page)))
  }

  /// `1–20 of 64`; nil when all is shown.
  static func note(scroll: Int, lines: Int, page: Int) -> String? {
    guard lines > page, page > 0 else { return nil }
    let first = clamped(scroll, lines: lines, page: page)
    return "\(first + 1)-\(min(lines, first + page)) of \(lines)"
  }
}
