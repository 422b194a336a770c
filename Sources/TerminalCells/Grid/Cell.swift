/// One cell of a grid: what it shows and how, in sixteen bytes without any reference.
///
/// A wide letter takes two cells: the first holds it, the second is marked as its trailing half and holds nothing.
public struct Cell: Hashable, Sendable {
  // Three scalars of 21 bits: a base and two marks. The highest bit marks the trailing half of a wide letter.
  private var glyph: UInt64

  /// Colours and attributes.
  public var style: Style

  /// A cell showing `character`, or as much of it as one cell can: its first base scalar and two marks on it.
  /// Characters that may not be shown become a space. A wide character needs a second cell
  /// (``trailingHalf(style:)``), which ``Grid`` adds by itself.
  public init(_ character: Character = " ", style: Style = .plain) {
    self.init(glyph: Glyph(character).packed, style: style)
  }

  init(glyph: UInt64, style: Style) {
    self.glyph = glyph
    self.style = style
  }

  /// A plain space.
  public static let blank = Cell(glyph: 0x20, style: .plain)

  /// The second half of a wide letter.
  public static func trailingHalf(style: Style) -> Cell {
    Cell(glyph: trailingBit, style: style)
  }

  /// What the cell shows; a space for the trailing half of a wide letter.
  public var grapheme: Character {
    if glyph < 0x80 { return Character(Unicode.Scalar(UInt8(glyph))) }
    if isTrailingHalf { return " " }
    var scalars = String.UnicodeScalarView()
    forEachScalar { scalars.append($0) }
    return String(scalars).first ?? " "
  }

  /// Whether the letter of the cell to the left reaches into this one.
  public var isTrailingHalf: Bool { glyph == Cell.trailingBit }

  /// Whether the letter reaches into the cell to the right.
  public var isWide: Bool { glyph >= 0x1100 && !isTrailingHalf && WideRanges.contains(base) }

  /// Whether both show the same letter, in whatever style.
  public func isSameLetter(as other: Cell) -> Bool { glyph == other.glyph }

  /// Whether the cell shows nothing but its background.
  public var isBlank: Bool { glyph == 0x20 }

  /// Calls `body` with each scalar of the cell, the base first: what a back end sends, without making a string.
  /// Not called for a trailing half.
  public func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
    guard !isTrailingHalf else { return }
    var rest = glyph
    repeat {
      if let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: rest & Cell.scalarMask)) { body(scalar) }
      rest >>= 21
    } while rest != 0
  }

  private var base: UInt32 { UInt32(truncatingIfNeeded: glyph & Cell.scalarMask) }

  private static let scalarMask: UInt64 = 0x1F_FFFF
  private static let trailingBit: UInt64 = 1 << 63
}
