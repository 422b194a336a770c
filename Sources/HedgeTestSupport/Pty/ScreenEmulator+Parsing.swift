import TerminalCells

extension ScreenEmulator {
  /// Where in an escape sequence the input stands.
  enum Parser: Hashable, Sendable {
    case ground
    case escape
    /// After `ESC (` and the like: one more byte names a character set.
    case characterSet
    case control(String)
    /// An operating system command or a device control string, up to BEL or `ESC \`.
    case string(kind: Character, String)
    case stringEscape(kind: Character, String)
  }

  /// Takes what a program wrote.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(byte) }
  }

  private mutating func feed(_ byte: UInt8) {
    switch parser {
    case .ground: ground(byte)
    case .escape: escape(byte)
    case .characterSet:
      lineDrawing = byte == UInt8(ascii: "0")
      parser = .ground
    case .control(let body): control(body, byte)
    case .string(let kind, let body): string(kind, body, byte)
    case .stringEscape(let kind, let body):
      if byte == UInt8(ascii: "\\") {
        finish(kind, body)
      } else {
        // Inside of a wrapped sequence escapes come doubled.
        parser = .string(kind: kind, body + "\u{1B}" + String(UnicodeScalar(byte)))
      }
    }
  }

  private mutating func ground(_ byte: UInt8) {
    if byte >= 0x80 {
      utf8.append(byte)
      decodeLetter()
      return
    }
    utf8.removeAll()
    switch byte {
    case 0x1B: parser = .escape
    case 0x07: bells += 1
    case 0x08: moveCursor(by: -1, 0)
    case 0x09: moveCursor(to: Point(column: (cursor.column / 8 + 1) * 8, row: cursor.row))
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: moveCursor(to: Point(column: 0, row: cursor.row))
    case 0x0E: lineDrawing = true
    case 0x0F: lineDrawing = false
    case 0x20..<0x7F: write(Character(UnicodeScalar(byte)))
    default: break
    }
  }

  private mutating func decodeLetter() {
    let length =
      switch utf8[0] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard utf8.count >= length else { return }
    for character in String(decoding: utf8, as: UTF8.self) { write(character) }
    utf8.removeAll()
  }

  private mutating func escape(_ byte: UInt8) {
    parser = .ground
    switch Character(UnicodeScalar(byte)) {
    case "[": parser = .control("")
    case "]": parser = .string(kind: "]", "")
    case "P", "_", "^": parser = .string(kind: "P", "")
    case "(", ")", "*", "+": parser = .characterSet
    case "7": (savedCursor, savedStyle) = (cursor, style)
    case "8":
      moveCursor(to: savedCursor)
      style = savedStyle
    case "D": lineFeed()
    case "E":
      moveCursor(to: Point(column: 0, row: cursor.row))
      lineFeed()
    case "M": reverseLineFeed()
    case "c": self = ScreenEmulator(size: size)
    case "=", ">", "\\": break
    case let other: unknownSequences.append("ESC \(other)")
    }
  }

  private mutating func control(_ body: String, _ byte: UInt8) {
    switch byte {
    case 0x40...0x7E:
      parser = .ground
      perform(ControlSequence(body: body, final: Character(UnicodeScalar(byte))))
    case 0x20...0x3F: parser = .control(body + String(UnicodeScalar(byte)))
    case 0x1B: parser = .escape
    default: ground(byte)
    }
  }

  private mutating func string(_ kind: Character, _ body: String, _ byte: UInt8) {
    switch byte {
    case 0x1B: parser = .stringEscape(kind: kind, body)
    case 0x07 where kind == "]": finish(kind, body)
    default: parser = .string(kind: kind, body + String(UnicodeScalar(byte)))
    }
  }

  private mutating func finish(_ kind: Character, _ body: String) {
    parser = .ground
    guard kind == "]" else { return }
    let parts = body.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return }
    // The bytes were collected one by one: put multi-byte letters together again.
    let value = String(decoding: parts[1].unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
    switch parts[0] {
    case "0", "2": title = value
    case "52": clipboard.append(String(value.drop { $0 != ";" }.dropFirst()))
    default: unknownSequences.append("OSC \(body)")
    }
  }
}
