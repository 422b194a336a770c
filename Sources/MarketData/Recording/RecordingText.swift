import FoundationEssentials
import HedgeModel

/// A line of JSON while it is written.
struct RecordingText {
  private(set) var bytes: [UInt8] = []
  /// True when the next value follows another.
  private var isContinued = false

  private static let hexadecimal = Array("0123456789abcdef".utf8)

  /// Writes an object with what `body` writes in it.
  mutating func object(_ body: (inout RecordingText) -> Void) {
    enclose("{", "}", body)
  }

  /// Writes a list with what `body` writes in it.
  mutating func list(_ body: (inout RecordingText) -> Void) {
    enclose("[", "]", body)
  }

  mutating func key(_ key: RecordingKey) {
    text(key.rawValue)
    bytes.append(UInt8(ascii: ":"))
    isContinued = false
  }

  mutating func text(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 { append(byte) }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func integer(_ integer: Int64) { plain(integer.description) }

  mutating func flag(_ flag: Bool) { plain(flag ? "true" : "false") }

  mutating func null() { plain("null") }

  /// The shortest digits that bring the number back to the last bit; JSON has no infinity, which becomes a text.
  mutating func number(_ number: Double) {
    number.isFinite ? plain(number.description) : text(number.description)
  }

  // MARK: Fields

  mutating func field(_ key: RecordingKey, _ value: String) {
    self.key(key)
    text(value)
  }

  mutating func field(_ key: RecordingKey, _ value: Int64) {
    self.key(key)
    integer(value)
  }

  mutating func field(_ key: RecordingKey, _ value: Bool) {
    self.key(key)
    flag(value)
  }

  /// Left out when nil.
  mutating func field(_ key: RecordingKey, _ value: Double?) {
    guard let value else { return }
    self.key(key)
    number(value)
  }

  mutating func field(_ key: RecordingKey, _ value: Decimal) { field(key, value.description) }

  mutating func field(_ key: RecordingKey, _ value: InstrumentID) { field(key, value.description) }

  /// Left out when nil.
  mutating func field(_ key: RecordingKey, _ value: Timestamp?) {
    if let value { field(key, value.milliseconds) }
  }

  /// In whole milliseconds.
  mutating func field(_ key: RecordingKey, _ value: Duration) { field(key, value.wholeMilliseconds) }

  /// Writes a list of what `body` writes of each element.
  mutating func field<Element>(
    _ key: RecordingKey, _ elements: [Element], _ body: (inout RecordingText, Element) -> Void
  ) {
    self.key(key)
    list { text in
      for element in elements { body(&text, element) }
    }
  }

  // MARK: Bytes

  private mutating func enclose(_ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ body: (inout Self) -> Void) {
    separate()
    bytes.append(UInt8(ascii: opening))
    isContinued = false
    body(&self)
    bytes.append(UInt8(ascii: closing))
    isContinued = true
  }

  private mutating func plain(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func separate() {
    if isContinued { bytes.append(UInt8(ascii: ",")) }
    isContinued = true
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 0..<0x20, 0x7F:
      bytes += Array("\\u00".utf8) + [Self.hexadecimal[Int(byte >> 4)], Self.hexadecimal[Int(byte & 15)]]
    default: bytes.append(byte)
    }
  }
}
