/// A fenced block of a page of words.
struct PageBlock: Sendable {
  /// What the fence says it is: `console`, `toml`, `text`, `sh`.
  let language: String
  /// Its lines in the page, the fences not counted.
  let range: Range<Int>
  let lines: [String]

  /// The fenced blocks of a page, in order.
  static func all(in page: [String]) -> [PageBlock] {
    let fences = page.indices.filter { page[$0].hasPrefix("```") }
    return stride(from: 0, to: fences.count - 1, by: 2).map { index in
      let range = fences[index] + 1..<fences[index + 1]
      return PageBlock(
        language: String(page[fences[index]].dropFirst(3)), range: range, lines: Array(page[range]))
    }
  }
}
