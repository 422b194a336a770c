import CNcurses
import TerminalCells

extension KeyPress {
  /// The key of a character typed by itself; `nil` for what is no key.
  init?(scalar value: UInt32) {
    switch value {
    case 0: self.init(.character(" "), modifiers: .control)
    case 9: self.init(.tab)
    case 10, 13: self.init(.enter)
    case 8, 127: self.init(.backspace)
    case 27: self.init(.escape)
    case 1...26:
      guard let letter = Unicode.Scalar(value + 0x60) else { return nil }
      self.init(.character(Character(letter)), modifiers: .control)
    case 28...31:
      guard let sign = Unicode.Scalar(value + 0x40) else { return nil }
      self.init(.character(Character(sign)), modifiers: .control)
    default:
      guard let scalar = Unicode.Scalar(value) else { return nil }
      let character = Character(scalar)
      guard TextWidth.columns(of: character) > 0, character.isPrintable else { return nil }
      self.init(.character(character))
    }
  }

  /// The key ncurses recognised; `nil` for codes that are no keys, such as the one for a new size.
  init?(_ key: CursesKey) {
    if let press = KeyPress.plain[key.code] {
      self = press
    } else if let number = (1...63).first(where: { cn_function_key(CInt($0)) == key.code }) {
      self.init(.function(number))
    } else if let press = KeyPress(terminfoName: key.name) {
      self = press
    } else {
      return nil
    }
  }

  /// A key with modifiers by its terminfo name: `kRIT5` is Right, and 5 stands for Control.
  init?(terminfoName name: String) {
    guard let digit = name.last, let number = digit.wholeNumberValue,
      let key = KeyPress.terminfoNames[String(name.dropLast())]
    else { return nil }
    self.init(key, modifiers: Modifiers(xtermParameter: number))
  }

  /// A key as xterm sends it: `ESC [ 1 ; 5 C`, `ESC [ 5 ; 5 ~`, `ESC O P`.
  init?(_ sequence: EscapeSequence) {
    guard sequence.marker == nil else { return nil }
    let modifiers = Modifiers(xtermParameter: sequence.parameters.count > 1 ? sequence.parameters[1] : 1)
    if sequence.final == "~" {
      guard let key = KeyPress.numbered[sequence.parameters.first ?? 0] else { return nil }
      self.init(key, modifiers: modifiers)
    } else if let key = KeyPress.lettered[sequence.final] {
      self.init(key, modifiers: modifiers)
    } else {
      return nil
    }
  }

  private static let plain: [Int32: KeyPress] = [
    KEY_UP: KeyPress(.up), KEY_DOWN: KeyPress(.down), KEY_LEFT: KeyPress(.left), KEY_RIGHT: KeyPress(.right),
    KEY_HOME: KeyPress(.home), KEY_END: KeyPress(.end), KEY_FIND: KeyPress(.home), KEY_SELECT: KeyPress(.end),
    KEY_A1: KeyPress(.home), KEY_A3: KeyPress(.pageUp), KEY_C1: KeyPress(.end), KEY_C3: KeyPress(.pageDown),
    KEY_PPAGE: KeyPress(.pageUp), KEY_NPAGE: KeyPress(.pageDown), KEY_ENTER: KeyPress(.enter),
    KEY_BTAB: KeyPress(.backTab), KEY_BACKSPACE: KeyPress(.backspace), KEY_DC: KeyPress(.delete),
    KEY_IC: KeyPress(.insert), KEY_SUSPEND: .control("z"), KEY_HELP: KeyPress(.function(1)),
    KEY_SR: KeyPress(.up, modifiers: .shift), KEY_SF: KeyPress(.down, modifiers: .shift),
    KEY_SLEFT: KeyPress(.left, modifiers: .shift), KEY_SRIGHT: KeyPress(.right, modifiers: .shift),
    KEY_SHOME: KeyPress(.home, modifiers: .shift), KEY_SEND: KeyPress(.end, modifiers: .shift),
    KEY_SPREVIOUS: KeyPress(.pageUp, modifiers: .shift), KEY_SNEXT: KeyPress(.pageDown, modifiers: .shift),
    KEY_SDC: KeyPress(.delete, modifiers: .shift), KEY_SIC: KeyPress(.insert, modifiers: .shift),
  ]

  private static let terminfoNames: [String: Key] = [
    "kUP": .up, "kDN": .down, "kLFT": .left, "kRIT": .right, "kHOM": .home, "kEND": .end,
    "kPRV": .pageUp, "kNXT": .pageDown, "kDC": .delete, "kIC": .insert,
  ]

  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6),
    18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
  ]

  private static let lettered: [Character: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab, "M": .enter,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]
}

extension Modifiers {
  /// xterm sends one more than the sum of 1 for Shift, 2 for Alt and 4 for Control.
  init(xtermParameter number: Int) {
    self = []
    let bits = max(0, number - 1)
    if bits & 1 != 0 { insert(.shift) }
    if bits & 2 != 0 { insert(.alt) }
    if bits & 4 != 0 { insert(.control) }
  }
}

extension Character {
  /// Whether the character stays itself when sanitised, so that it can be shown where it was typed.
  fileprivate var isPrintable: Bool { String(self).sanitised == String(self) }
}
