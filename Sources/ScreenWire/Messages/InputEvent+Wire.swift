import TerminalCells

extension ByteWriter {
  mutating func write(_ event: InputEvent) {
    switch event {
    case .key(let press):
      write(UInt8(1))
      write(press)
    case .mouse(let event):
      write(UInt8(2))
      write(event.action.number)
      write(event.position.column, as: Int32.self)
      write(event.position.row, as: Int32.self)
      write(event.modifiers.rawValue)
    case .paste(let text):
      write(UInt8(3))
      write(text)
    case .resize(let size):
      write(UInt8(4))
      write(size)
    case .suspend: write(UInt8(5))
    case .resumed: write(UInt8(6))
    case .hangUp: write(UInt8(7))
    case .terminate(let signal):
      write(UInt8(8))
      write(signal)
    }
  }

  private mutating func write(_ press: KeyPress) {
    write(press.modifiers.rawValue)
    switch press.key {
    case .character(let character):
      write(UInt8(0))
      write(String(character), limit: 64)
    case .function(let number):
      write(UInt8(1))
      write(number, as: UInt8.self)
    default: write(UInt8(2 + (Key.named.firstIndex(of: press.key) ?? 0)))
    }
  }
}

extension ByteReader {
  mutating func inputEvent() throws(WireError) -> InputEvent {
    let kind = try read(UInt8.self)
    switch kind {
    case 1: return .key(try keyPress())
    case 2: return .mouse(try mouseEvent())
    case 3: return .paste(try text().sanitised)
    case 4: return .resize(try size())
    case 5: return .suspend
    case 6: return .resumed
    case 7: return .hangUp
    case 8: return .terminate(signal: try read())
    default: throw .unknown("input", kind)
    }
  }

  private mutating func keyPress() throws(WireError) -> KeyPress {
    let modifiers = Modifiers(rawValue: try read(UInt8.self) & 0b111)
    let kind = Int(try read(UInt8.self))
    switch kind {
    case 0: return KeyPress(.character(try character()), modifiers: modifiers)
    case 1: return KeyPress(.function(Int(try read(UInt8.self))), modifiers: modifiers)
    default:
      guard Key.named.indices.contains(kind - 2) else { throw .unknown("key", kind) }
      return KeyPress(Key.named[kind - 2], modifiers: modifiers)
    }
  }

  /// One letter that can be shown: a control character is no key.
  private mutating func character() throws(WireError) -> Character {
    let text = try text(limit: 64)
    guard text.count == 1, let character = text.first, TextWidth.columns(of: character) > 0, text == text.sanitised
    else { throw WireError("a key is not one letter") }
    return character
  }

  private mutating func mouseEvent() throws(WireError) -> MouseEvent {
    let number = try read(UInt8.self)
    guard let action = MouseEvent.Action(number: number) else { throw .unknown("use of the mouse", number) }
    let column = Int(try read(Int32.self))
    let row = Int(try read(Int32.self))
    return MouseEvent(
      action, at: Point(column: column, row: row), modifiers: Modifiers(rawValue: try read(UInt8.self) & 0b111))
  }
}

extension Key {
  /// Keys that are told by their place in this list; the list is part of the protocol.
  fileprivate static let named: [Key] = [
    .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .backspace, .delete,
    .insert,
  ]
}

extension MouseEvent.Action {
  /// Uses that are told by their place in this list; the list is part of the protocol.
  private static let all: [MouseEvent.Action] = [
    .press(.left), .press(.middle), .press(.right), .release(.left), .release(.middle), .release(.right), .scrollUp,
    .scrollDown,
  ]

  fileprivate var number: UInt8 { UInt8(Self.all.firstIndex(of: self) ?? 0) }

  fileprivate init?(number: UInt8) {
    guard Self.all.indices.contains(Int(number)) else { return nil }
    self = Self.all[Int(number)]
  }
}
