import TerminalCells

/// The colours a btop theme file states, by key.
///
/// The format, a line each: `theme[key]="value"`, `#` comments, blank lines. A value is `#RRGGBB`, `#BW` (one grey in
/// two hexadecimal digits), `"R G B"` in decimal, or empty. Anything after the closing quote is ignored, as btop does.
public struct ThemeFile: Hashable, Sendable {
  /// The colour of each key stated; ``TerminalCells/Colour/terminalDefault`` for an empty value.
  public let colours: [String: Colour]

  /// The largest file read, in bytes; a theme takes three thousand.
  public static let largestSize = 256 * 1024

  /// Colours by key.
  public init(colours: [String: Colour]) {
    self.colours = colours
  }

  /// Reads the bytes of a theme file.
  ///
  /// - Parameters:
  ///   - bytes: the file's content; it may be anything.
  ///   - file: its name, for the error.
  /// - Throws: ``ThemeFileError`` naming every line that is not understood.
  public init(bytes: some Collection<UInt8>, file: String) throws(ThemeFileError) {
    guard bytes.count <= ThemeFile.largestSize else {
      throw .whole(
        file, "is larger than \(ThemeFile.largestSize / 1024) kB", remedy: "a theme file has some 40 short lines")
    }
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw .whole(file, "is not text", remedy: "a theme file is UTF-8 text of lines theme[key]=\"value\"")
    }
    try self.init(text: text, file: file)
  }

  /// Reads the text of a theme file; see ``init(bytes:file:)``.
  public init(text: String, file: String) throws(ThemeFileError) {
    var colours: [String: Colour] = [:]
    var faults: [ThemeFileError.Fault] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      guard faults.count < ThemeFileError.mostFaults else { break }
      switch ThemeLine(line) {
      case .blank: continue
      case .entry(let key, let colour): colours[key] = colour
      case .fault(let message, let remedy):
        faults.append(ThemeFileError.Fault(line: index + 1, message: message, remedy: remedy))
      }
    }
    guard faults.isEmpty else { throw ThemeFileError(file: file, faults: faults) }
    guard !colours.isEmpty else {
      throw .whole(file, "states no colour", remedy: "write lines such as theme[main_fg]=\"#cccccc\"")
    }
    self.init(colours: colours)
  }
}

extension ThemeFileError {
  static func whole(_ file: String, _ message: String, remedy: String) -> ThemeFileError {
    ThemeFileError(file: file, faults: [Fault(line: nil, message: message, remedy: remedy)])
  }
}
