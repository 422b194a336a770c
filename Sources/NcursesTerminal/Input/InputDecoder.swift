import TerminalCells

/// Turns what ncurses read into events. A pure state machine: batches in, events out.
///
/// ncurses recognises the keys terminfo names. Everything else that begins with escape is decoded here: mouse
/// reports, pasted text, modified keys terminfo does not list. Sequences nobody knows are swallowed whole, so that
/// their letters never act as keys.
struct InputDecoder {
  /// The longest paste kept; an end mark that never comes must not swallow the keyboard.
  static let maximumPaste = 64 * 1024

  private var sequence: [UInt32]?
  private var paste: String.UnicodeScalarView?

  /// A decoder that has seen nothing.
  init() {}

  /// Decodes one batch: what arrived together. An escape at its end is the Escape key, one before a letter is Alt.
  mutating func decode(_ batch: [RawInput]) -> [InputEvent] {
    var events: [InputEvent] = []
    var index = 0
    while index < batch.count {
      let item = batch[index]
      index += 1
      switch item {
      case .key(let key):
        sequence = nil
        if paste == nil, let press = KeyPress(key) { events.append(.key(press)) }
      case .scalar(let scalar) where sequence != nil:
        append(scalar, to: &events)
      case .scalar(0x1B):
        escape(followedBy: index < batch.count ? batch[index] : nil, isLast: index + 1 >= batch.count) { used, event in
          if used { index += 1 }
          if let event { events.append(event) }
        }
      case .scalar(let scalar):
        character(scalar, into: &events)
      }
    }
    return events
  }

  /// Handles an escape with what follows it in the batch. `done` hears whether that was used, and the event.
  private mutating func escape(
    followedBy next: RawInput?, isLast: Bool, done: (_ used: Bool, _ event: InputEvent?) -> Void
  ) {
    if paste != nil {
      // The end mark of a paste may arrive in pieces: what the escape begins shows later.
      sequence = []
      return done(false, nil)
    }
    guard case .scalar(let scalar) = next, scalar != 0x1B else { return done(false, .key(KeyPress(.escape))) }
    if !isLast, scalar == 0x5B || scalar == 0x4F {
      sequence = [scalar]
      return done(true, nil)
    }
    guard var press = KeyPress(scalar: scalar) else { return done(true, nil) }
    press.modifiers.insert(.alt)
    done(true, .key(press))
  }

  private mutating func character(_ scalar: UInt32, into events: inout [InputEvent]) {
    guard paste != nil else {
      if let press = KeyPress(scalar: scalar) { events.append(.key(press)) }
      return
    }
    if let scalar = Unicode.Scalar(scalar == 13 ? 10 : scalar) { paste?.append(scalar) }
    if let count = paste?.count, count >= InputDecoder.maximumPaste, let event = endPaste() { events.append(event) }
  }

  /// Adds to the escape sequence under way and acts on it once it is complete.
  private mutating func append(_ scalar: UInt32, to events: inout [InputEvent]) {
    guard var bytes = sequence else { return }
    if bytes.isEmpty, scalar != 0x5B, scalar != 0x4F {
      sequence = nil
      // Escape twice ends a paste whose end was lost.
      if scalar == 0x1B, let event = endPaste() { events.append(event) }
      return
    }
    bytes.append(scalar)
    sequence = bytes
    // An old mouse report: three more bytes after the final letter.
    let isOldMouse = bytes.count >= 2 && bytes[0] == 0x5B && bytes[1] == 0x4D
    if isOldMouse {
      guard bytes.count == 5 else { return }
      sequence = nil
      if paste == nil, let event = MouseEvent(oldReport: bytes) { events.append(.mouse(event)) }
      return
    }
    let isFinal = bytes.count > 1 && (0x40...0x7E).contains(scalar)
    guard isFinal || bytes.count > 1 && !(0x20...0x3F).contains(scalar) || bytes.count > 32 else { return }
    sequence = nil
    if isFinal, let event = complete(EscapeSequence(bytes)) { events.append(event) }
  }

  private mutating func complete(_ sequence: EscapeSequence) -> InputEvent? {
    switch (sequence.final, sequence.parameters.first) {
    case ("~", 200):
      paste = .init()
      return nil
    case ("~", 201): return endPaste()
    default: break
    }
    guard paste == nil else { return nil }
    if let mouse = MouseEvent(sequence) { return .mouse(mouse) }
    return KeyPress(sequence).map(InputEvent.key)
  }

  private mutating func endPaste() -> InputEvent? {
    guard let text = paste else { return nil }
    paste = nil
    return .paste(String(text).sanitised)
  }
}
