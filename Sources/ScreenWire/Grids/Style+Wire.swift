import TerminalCells

extension ByteWriter {
  mutating func write(_ style: Style) {
    write(style.attributes.rawValue)
    write(style.foreground)
    write(style.background)
  }

  private mutating func write(_ colour: Colour) {
    switch colour {
    case .terminalDefault: write(UInt32(0))
    case .palette(let index): write(1 << 24 | UInt32(index))
    case .rgb(let red, let green, let blue):
      write(2 << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
    }
  }
}

extension ByteReader {
  mutating func style() throws(WireError) -> Style {
    let attributes = Attributes(rawValue: try read(UInt8.self))
    return Style(foreground: try colour(), background: try colour(), attributes: attributes)
  }

  private mutating func colour() throws(WireError) -> Colour {
    let bits = try read(UInt32.self)
    func byte(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: bits >> shift) }
    return switch bits >> 24 {
    case 0: .terminalDefault
    case 1: .palette(byte(0))
    case 2: .rgb(byte(16), byte(8), byte(0))
    default: throw .unknown("sort of colour", bits >> 24)
    }
  }
}
