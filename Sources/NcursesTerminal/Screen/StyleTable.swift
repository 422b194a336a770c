import CNcurses
import TerminalCells

/// The look of a cell in ncurses' terms.
struct EncodedStyle: Hashable, Sendable {
  /// Attribute bits of ncurses.
  var attributes: UInt32
  /// The number of the colour pair.
  var pair: Int32

  /// The terminal's own look.
  static let plain = EncodedStyle(attributes: 0, pair: 0)
}

/// Gives styles their attributes and colour pairs, making pairs as they are first needed.
///
/// Pairs are few on some terminals, so their number is bounded. Once they run out, styles get attributes only until
/// ``reset()``; the owner resets between frames, and draws everything again, when ``isExhausted``.
struct StyleTable {
  /// Defines a pair of a foreground and a background.
  typealias DefinePair = (_ pair: Int32, _ foreground: Int32, _ background: Int32) -> Bool

  /// Whether a style had to go without its colours.
  private(set) var isExhausted = false

  private let colours: ScreenColours
  private let maximumPairs: Int
  private var styles: [Style: EncodedStyle] = [:]
  private var pairs: [UInt64: Int32] = [:]

  /// A table for a terminal with so many pairs, of which number 0 is the terminal's own.
  init(colours: ScreenColours, maximumPairs: Int) {
    self.colours = colours
    self.maximumPairs = max(0, maximumPairs - 1)
  }

  /// The pairs in use.
  var pairCount: Int { pairs.count }

  /// The look of a style.
  mutating func encode(_ style: Style, define: DefinePair) -> EncodedStyle {
    if style == .plain { return .plain }
    if let known = styles[style] { return known }
    if styles.count >= StyleTable.maximumStyles { styles.removeAll(keepingCapacity: true) }
    var attributes = style.attributes
    if colours.needsBold(foreground: style.foreground) { attributes.insert(.bold) }
    let encoded = EncodedStyle(
      attributes: StyleTable.bits(of: attributes),
      pair: pair(of: style, define: define))
    // A style without its colours is tried again after a reset, so it is not remembered.
    if !isExhausted { styles[style] = encoded }
    return encoded
  }

  /// Forgets all pairs; what is on the screen must be drawn again.
  mutating func reset() {
    styles.removeAll(keepingCapacity: true)
    pairs.removeAll(keepingCapacity: true)
    isExhausted = false
  }

  private mutating func pair(of style: Style, define: DefinePair) -> Int32 {
    let foreground = colours.number(of: style.foreground)
    let background = colours.number(of: style.background)
    if foreground < 0 && background < 0 { return 0 }
    let key = UInt64(UInt32(bitPattern: foreground)) << 32 | UInt64(UInt32(bitPattern: background))
    if let known = pairs[key] { return known }
    let number = Int32(pairs.count + 1)
    guard pairs.count < maximumPairs, define(number, foreground, background) else {
      isExhausted = true
      return 0
    }
    pairs[key] = number
    return number
  }

  private static func bits(of attributes: Attributes) -> UInt32 {
    var bits: UInt32 = 0
    if attributes.contains(.bold) { bits |= UInt32(CN_BOLD) }
    if attributes.contains(.dim) { bits |= UInt32(CN_DIM) }
    if attributes.contains(.underline) { bits |= UInt32(CN_UNDERLINE) }
    if attributes.contains(.reverse) { bits |= UInt32(CN_REVERSE) }
    if attributes.contains(.italic) { bits |= UInt32(CN_ITALIC) }
    if attributes.contains(.blink) { bits |= UInt32(CN_BLINK) }
    return cn_attributes(bits)
  }

  private static let maximumStyles = 4096
}
