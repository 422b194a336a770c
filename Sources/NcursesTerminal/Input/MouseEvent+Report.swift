import TerminalCells

extension MouseEvent {
  /// Reads a mouse report in the SGR encoding: `ESC [ < code ; column ; row` and `M` for down, `m` for up.
  init?(_ sequence: EscapeSequence) {
    guard sequence.marker == "<", sequence.final == "M" || sequence.final == "m", sequence.parameters.count == 3
    else { return nil }
    self.init(
      code: sequence.parameters[0], isRelease: sequence.final == "m",
      column: sequence.parameters[1] - 1, row: sequence.parameters[2] - 1)
  }

  /// Reads a mouse report in the first encoding: three bytes, each 32 more than its value.
  init?(oldReport bytes: [UInt32]) {
    guard bytes.count == 5, bytes[2...].allSatisfy({ $0 >= 32 }) else { return nil }
    let code = Int(bytes[2]) - 32
    self.init(
      code: code & ~3 | (code & 3 == 3 ? 0 : code & 3), isRelease: code & 3 == 3,
      column: Int(bytes[3]) - 33, row: Int(bytes[4]) - 33)
  }

  /// Bits 0 and 1 of the code are the button, 2–4 the modifiers, 5 motion, 6 the wheel.
  private init?(code: Int, isRelease: Bool, column: Int, row: Int) {
    guard code >= 0, code & 32 == 0, code < 128, column >= 0, row >= 0 else { return nil }
    var modifiers: Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    let position = Point(column: column, row: row)
    if code & 64 != 0 {
      guard !isRelease, code & 3 < 2 else { return nil }
      self.init(code & 3 == 0 ? .scrollUp : .scrollDown, at: position, modifiers: modifiers)
      return
    }
    let buttons: [Button] = [.left, .middle, .right]
    guard code & 3 < buttons.count else { return nil }
    let button = buttons[code & 3]
    self.init(isRelease ? .release(button) : .press(button), at: position, modifiers: modifiers)
  }
}
