/// One value of a JSON text: what it is and where it stands.
struct JSONEntry: Sendable {
  /// The sorts of values; a number keeps its text, so that it can be read as a decimal.
  enum Kind: UInt8, Sendable {
    case object, array, text, escapedText, number, yes, no, null
  }

  let kind: Kind
  /// First byte of the value; of a text, the byte after its quote.
  let start: Int32
  /// Byte after the value; of a text, its closing quote.
  var end: Int32
  /// Place in the index of the value that follows this one and all in it.
  var next: Int32

  /// True for a text without escapes that is `word`.
  func spells(_ word: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let length = Int(end - start)
    guard kind == .text, length == word.utf8CodeUnitCount else { return false }
    let letters = word.utf8Start
    for place in 0..<length where bytes[Int(start) + place] != letters[place] { return false }
    return true
  }
}
