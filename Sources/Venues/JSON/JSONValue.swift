import FoundationEssentials
import HedgeModel

/// One value in a ``JSONText``: an object, an array, a text, a number, true, false or null.
public struct JSONValue: Sendable {
  let text: JSONText
  let place: Int

  var entry: JSONEntry { text.entries[place] }

  /// True for null and for an empty text: venues write both for "there is none".
  public var isAbsent: Bool {
    let entry = entry
    return entry.kind == .null || entry.kind == .text && entry.start == entry.end
  }

  /// True for an array.
  public var isArray: Bool { entry.kind == .array }

  /// True for an object.
  public var isObject: Bool { entry.kind == .object }

  /// The value of `key` in an object; nil when this is no object, or has no such key, or its value is absent.
  public subscript(key: StaticString) -> JSONValue? {
    guard let value = stated(key), !value.isAbsent else { return nil }
    return value
  }

  /// The value of `key` in an object, also null or an empty text, which say that there is none any more; nil when the
  /// key is not there, which in a message that tells changes says that nothing changed.
  func stated(_ key: StaticString) -> JSONValue? {
    place(of: key).map { JSONValue(text: text, place: $0) }
  }

  private func place(of key: StaticString) -> Int? {
    text.entries.withUnsafeBufferPointer { entries in
      guard entries[place].kind == .object else { return nil }
      return text.bytes.withUnsafeBufferPointer { bytes in
        let end = Int(entries[place].next)
        var place = place + 1
        while place < end {
          if entries[place].spells(key, in: bytes) { return place + 1 }
          place = Int(entries[place + 1].next)
        }
        return nil
      }
    }
  }

  /// The value at `position` of an array; nil when this is no array, or ends before it, or the value is absent.
  public subscript(position: Int) -> JSONValue? {
    var rest = position
    for element in elements {
      if rest == 0 { return element.isAbsent ? nil : element }
      rest -= 1
    }
    return nil
  }

  /// The values of an array, in order; nothing when this is none.
  public var elements: JSONElements {
    JSONElements(text: text, place: place + 1, end: entry.kind == .array ? Int(entry.next) : place + 1)
  }

  /// The keys and values of an object, in order; nothing when this is none.
  public var members: [(key: String, value: JSONValue)] {
    guard entry.kind == .object else { return [] }
    var members: [(key: String, value: JSONValue)] = []
    var place = place + 1
    while place < Int(entry.next) {
      members.append((JSONValue(text: text, place: place).string, JSONValue(text: text, place: place + 1)))
      place = Int(text.entries[place + 1].next)
    }
    return members
  }

  /// True when this is the text `word`.
  public func equals(_ word: StaticString) -> Bool {
    text.bytes.withUnsafeBufferPointer { entry.spells(word, in: $0) }
  }

  /// The text of a text, its escapes resolved; of anything else, its JSON.
  public var string: String {
    let entry = entry
    let raw = text.bytes[Int(entry.start)..<Int(entry.end)]
    guard entry.kind == .escapedText else { return String(decoding: raw, as: UTF8.self) }
    let quoted = [UInt8(ascii: "\"")] + raw + [UInt8(ascii: "\"")]
    let options = JSONDecoder()
    return (try? options.decode(String.self, from: Data(quoted))) ?? String(decoding: raw, as: UTF8.self)
  }
}
