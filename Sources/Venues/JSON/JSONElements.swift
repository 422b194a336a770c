/// The values of a JSON array, one after the other.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
  let text: JSONText
  var place: Int
  let end: Int

  /// The next value; nil at the end.
  public mutating func next() -> JSONValue? {
    guard place < end else { return nil }
    defer { place = Int(text.entries[place].next) }
    return JSONValue(text: text, place: place)
  }
}
