/// The look of a cell: two colours and attributes, packed in eight bytes so that grids are cheap to make,
/// copy and compare.
public struct Style: Hashable, Sendable {
  // Bits 0–25 the foreground, 26–51 the background (24 of value, 2 of kind), 52–57 the attributes.
  private var bits: UInt64

  /// A style of these colours and attributes.
  public init(
    foreground: Colour = .terminalDefault, background: Colour = .terminalDefault, attributes: Attributes = []
  ) {
    bits =
      Style.packed(foreground) | Style.packed(background) << Style.backgroundShift
      | UInt64(attributes.rawValue) << Style.attributesShift
  }

  /// The terminal's own colours, no attributes.
  public static let plain = Style()

  /// The colour of the letters.
  public var foreground: Colour {
    get { Style.colour(bits) }
    set { bits = bits & ~Style.colourMask | Style.packed(newValue) }
  }

  /// The colour behind the letters.
  public var background: Colour {
    get { Style.colour(bits >> Style.backgroundShift) }
    set {
      bits = bits & ~(Style.colourMask << Style.backgroundShift) | Style.packed(newValue) << Style.backgroundShift
    }
  }

  /// Bold, underline and so on.
  public var attributes: Attributes {
    get { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> Style.attributesShift)) }
    set {
      bits = bits & ~(0b11_1111 << Style.attributesShift) | UInt64(newValue.rawValue) << Style.attributesShift
    }
  }

  private static let backgroundShift: UInt64 = 26
  private static let attributesShift: UInt64 = 52
  private static let colourMask: UInt64 = 0x3FF_FFFF

  private static func packed(_ colour: Colour) -> UInt64 {
    switch colour {
    case .terminalDefault: 0
    case .palette(let index): 1 << 24 | UInt64(index)
    case .rgb(let red, let green, let blue): 2 << 24 | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
    }
  }

  private static func colour(_ bits: UInt64) -> Colour {
    switch bits >> 24 & 0b11 {
    case 1: .palette(UInt8(truncatingIfNeeded: bits))
    case 2:
      .rgb(
        UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8), UInt8(truncatingIfNeeded: bits))
    default: .terminalDefault
    }
  }
}
