import FoundationEssentials
import HedgeModel

/// Reads one line of JSON from left to right, strictly: every field must be known, none may come twice, and nothing may
/// follow. Any bytes are read or refused; none trap.
struct RecordingScanner {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ line: [UInt8]) {
    bytes = line
  }

  // MARK: Structure

  /// Takes the bracket that opens an object or a list.
  mutating func open(_ bracket: Unicode.Scalar) throws(RecordingFault) {
    guard next() == UInt8(ascii: bracket) else { throw fault("expected \(bracket == "{" ? "an object" : "a list")") }
    position += 1
  }

  /// Takes the name of the next field and the colon after it; nil at the end of the object.
  ///
  /// - Parameter seen: the fields of this object so far; empty before the first.
  mutating func key(_ seen: inout [RecordingKey]) throws(RecordingFault) -> RecordingKey? {
    guard try isContinued(UInt8(ascii: "}"), isFirst: seen.isEmpty) else { return nil }
    let start = position
    let name = try text()
    guard let key = RecordingKey(rawValue: name) else {
      throw fault("the field “\(printable(name, limit: 40))” is none that is known", at: start)
    }
    guard !seen.contains(key) else { throw fault("the field \(key.rawValue) comes twice", at: start) }
    seen.append(key)
    guard next() == UInt8(ascii: ":") else { throw fault("expected a colon") }
    position += 1
    return key
  }

  /// True when another element of a list follows, false at its end, which is taken.
  mutating func element(_ isFirst: inout Bool) throws(RecordingFault) -> Bool {
    let isContinued = try isContinued(UInt8(ascii: "]"), isFirst: isFirst)
    isFirst = false
    return isContinued
  }

  /// Makes sure that nothing follows.
  mutating func finish() throws(RecordingFault) {
    if next() != nil { throw fault("expected the end of the line") }
  }

  private mutating func isContinued(_ closing: UInt8, isFirst: Bool) throws(RecordingFault) -> Bool {
    switch next() {
    case closing:
      position += 1
      return false
    case UInt8(ascii: ",") where !isFirst:
      position += 1
      return true
    case _? where isFirst: return true
    default: throw fault("expected a comma or \(UnicodeScalar(closing))")
    }
  }

  // MARK: Values

  /// Takes null; false, and nothing taken, where something else stands.
  mutating func takeNull() -> Bool { take("null") }

  mutating func flag() throws(RecordingFault) -> Bool {
    if take("true") { return true }
    if take("false") { return false }
    throw fault("expected true or false")
  }

  mutating func integer() throws(RecordingFault) -> Int64 {
    let start = position
    guard let digits = word(), let value = Int64(digits), !digits.hasPrefix("+") else {
      throw fault("expected a whole number", at: start)
    }
    return value
  }

  /// A number, or one of the texts that stand for what JSON has no number for.
  mutating func number() throws(RecordingFault) -> Double {
    let start = position
    if next() == UInt8(ascii: "\"") {
      switch try text() {
      case "nan": return .nan
      case "inf": return .infinity
      case "-inf": return -.infinity
      default: throw fault("expected a number", at: start)
      }
    }
    guard let digits = word(), let value = Double(digits), value.isFinite, !digits.hasPrefix("+") else {
      throw fault("expected a number", at: start)
    }
    return value
  }

  /// A text, its escapes undone.
  mutating func text() throws(RecordingFault) -> String {
    guard next() == UInt8(ascii: "\"") else { throw fault("expected a text") }
    let start = position
    position += 1
    guard let end = bytes[position...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 < 0x20 || $0 == 0x5C }),
      bytes[end] == UInt8(ascii: "\"")
    else { return try escapedText(from: start) }
    guard let text = String(validating: bytes[position..<end], as: UTF8.self) else {
      throw fault("found bytes that are not UTF-8", at: start)
    }
    position = end + 1
    return text
  }

  private mutating func escapedText(from start: Int) throws(RecordingFault) -> String {
    guard let end = endOfText(), let text = try? JSONDecoder().decode(String.self, from: Data(bytes[start...end]))
    else { throw fault("expected a text that ends in its line, with escapes of JSON", at: start) }
    position = end + 1
    return text
  }

  /// Where the closing quote stands, escaped ones passed over.
  private func endOfText() -> Int? {
    var index = position
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] < 0x20 { return nil }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index < bytes.count ? index : nil
  }

  /// The digits, signs and letters of a number.
  private mutating func word() -> String? {
    _ = next()
    let start = position
    while position < bytes.count, Self.isOfNumber(bytes[position]) { position += 1 }
    return position > start && position - start <= 64 ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func take(_ word: String) -> Bool {
    _ = next()
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  /// The next byte that is no blank, not taken; nil at the end.
  private mutating func next() -> UInt8? {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0D else { return byte }
      position += 1
    }
    return nil
  }

  // MARK: Faults

  /// A fault here, or where `offset` is.
  func fault(_ message: String, at offset: Int? = nil) -> RecordingFault {
    RecordingFault(message: message, offset: min(offset ?? position, bytes.count))
  }
}
