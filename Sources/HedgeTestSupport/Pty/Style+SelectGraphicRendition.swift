import TerminalCells

extension Style {
  /// Applies a sequence of the kind that sets colours and attributes (`ESC [ … m`).
  mutating func apply(_ sequence: ControlSequence) {
    var numbers = sequence.parameters[...]
    if numbers.isEmpty { numbers = [0] }
    while let number = numbers.popFirst() {
      switch number ?? 0 {
      case 38: if let colour = Style.extendedColour(&numbers) { foreground = colour }
      case 48: if let colour = Style.extendedColour(&numbers) { background = colour }
      default: apply(number ?? 0)
      }
    }
  }

  private mutating func apply(_ number: Int) {
    switch number {
    case 0: self = .plain
    case 22: attributes.subtract([.bold, .dim])
    case 23: attributes.remove(.italic)
    case 24: attributes.remove(.underline)
    case 25: attributes.remove(.blink)
    case 27: attributes.remove(.reverse)
    case 30...37: foreground = .palette(UInt8(number - 30))
    case 39: foreground = .terminalDefault
    case 40...47: background = .palette(UInt8(number - 40))
    case 49: background = .terminalDefault
    case 90...97: foreground = .palette(UInt8(number - 90 + 8))
    case 100...107: background = .palette(UInt8(number - 100 + 8))
    default: if let attribute = Style.switches[number] { attributes.insert(attribute) }
    }
  }

  private static let switches: [Int: Attributes] = [
    1: .bold, 2: .dim, 3: .italic, 4: .underline, 5: .blink, 7: .reverse,
  ]

  /// `5;n`, `2;r;g;b`, or `2::r:g:b` with an empty colour space before red.
  private static func extendedColour(_ numbers: inout ArraySlice<Int?>) -> Colour? {
    func byte(_ value: Int?) -> UInt8 { UInt8(min(max(0, value ?? 0), 255)) }
    switch numbers.popFirst() ?? nil {
    case 5: return numbers.popFirst().map { .palette(byte($0)) }
    case 2:
      if let first = numbers.first, first == nil { numbers = numbers.dropFirst() }
      guard numbers.count >= 3 else { return nil }
      let parts = numbers.prefix(3).map(byte)
      numbers = numbers.dropFirst(3)
      return .rgb(parts[0], parts[1], parts[2])
    default: return nil
    }
  }
}
