/// A command that a page shows behind a prompt, with what the page says it prints.
struct ShownCommand: Sendable {
  /// The prompt, over as many lines as end with a backslash and one more.
  let prompt: [String]
  let output: [String]

  /// The commands of a block: each begins with `$ hedgetop`, and its output follows.
  static func all(in block: PageBlock) -> [ShownCommand] {
    let lines = block.lines
    let starts = lines.indices.filter { lines[$0].hasPrefix("$ hedgetop ") }
    return zip(starts, starts.dropFirst() + [lines.endIndex]).map { start, end in
      let last = lines[start..<end].firstIndex { !$0.hasSuffix("\\") } ?? end - 1
      return ShownCommand(prompt: Array(lines[start...last]), output: Array(lines[(last + 1)..<end]))
    }
  }

  var arguments: [String] {
    prompt.flatMap { $0.split(separator: " ") }.filter { $0 != "\\" }.dropFirst(2).map(String.init)
  }

  /// What it prints, line by line, without a blank one at the end.
  func run() throws -> (lines: [String], run: ProgramRun) {
    let run = try ProgramRun(arguments, in: TemporaryFolder())
    var lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last == "" { lines.removeLast() }
    return (lines, run)
  }

  /// The paragraphs of `lines` that begin as those of the output do, in the order they are shown.
  func excerpt(of lines: [String]) -> [String] {
    var rest = lines.split(separator: "")[...]
    let found = output.split(separator: "").compactMap { paragraph -> [String]? in
      guard let index = rest.firstIndex(where: { Self.label($0.first) == Self.label(paragraph.first) }) else {
        return nil
      }
      defer { rest = rest[(index + 1)...] }
      return Array(rest[index])
    }
    return Array(found.joined(separator: [""]))
  }

  /// What a line begins with before its figures, which another day has other ones of.
  static func label(_ line: String?) -> String {
    String((line ?? "").prefix { $0 != ":" && !$0.isNumber }.split(separator: "  ").first ?? "")
  }
}
