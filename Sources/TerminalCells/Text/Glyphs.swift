/// The cells' worth of glyphs in a text, in order: each a base scalar, at most two marks on it, and its width.
struct Glyphs: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private var pending: Glyph?

  init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
  }

  mutating func next() -> Glyph? {
    while let scalar = scalars.next() {
      switch ScalarWidth(scalar) {
      case .stripped: continue
      case .mark: pending?.add(scalar)
      case .blank: if let glyph = replacePending(with: .space) { return glyph }
      case .narrow: if let glyph = replacePending(with: Glyph(scalar, columns: 1)) { return glyph }
      case .wide: if let glyph = replacePending(with: Glyph(scalar, columns: 2)) { return glyph }
      }
    }
    return replacePending(with: nil)
  }

  private mutating func replacePending(with glyph: Glyph?) -> Glyph? {
    let complete = pending
    pending = glyph
    return complete
  }
}

/// A base scalar with up to two marks, 21 bits each, and the columns it takes.
///
/// Two marks are what languages need; a heap of them is a prank, and is cut.
struct Glyph: Hashable, Sendable {
  private(set) var packed: UInt64
  let columns: Int

  init(_ base: Unicode.Scalar, columns: Int) {
    packed = UInt64(base.value)
    self.columns = columns
  }

  static let space = Glyph(" ", columns: 1)

  /// The first glyph of a character; a space where it has none that can be shown.
  init(_ character: Character) {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
      self.init(Unicode.Scalar(ascii), columns: 1)
    } else {
      var glyphs = Glyphs(String(character))
      self = glyphs.next() ?? .space
    }
  }

  mutating func add(_ mark: Unicode.Scalar) {
    if packed >> 21 == 0 {
      packed |= UInt64(mark.value) << 21
    } else if packed >> 42 == 0 {
      packed |= UInt64(mark.value) << 42
    }
  }
}
