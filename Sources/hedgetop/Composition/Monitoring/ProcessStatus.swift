/// What `/proc/self/stat` tells (proc(5)).
struct ProcessStatus: Hashable {
  /// On a processor, user and system together, in ticks.
  let ticksOnProcessor: Int
  /// From the boot of the machine to the start of the program.
  let ticksAtStart: Int
  let virtualBytes: Int
  let residentPages: Int

  /// Reads the line; nil when it is not one. The name in it may hold anything, so it is read from its end.
  init?(_ text: String) {
    guard let end = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ").map { Int($0) ?? 0 }
    // The first field after the name is number 3 of the page.
    guard fields.count >= 22 else { return nil }
    ticksOnProcessor = fields[14 - 3] + fields[15 - 3]
    ticksAtStart = fields[22 - 3]
    virtualBytes = fields[23 - 3]
    residentPages = fields[24 - 3]
  }
}
