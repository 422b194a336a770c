/// Takes a stream of bytes apart into messages: four bytes of length, then so many bytes, the first of which says what
/// sort of message it is.
public struct MessageReader: Sendable {
  private let limit: Int
  private var pending: [UInt8] = []

  /// A reader that has read nothing.
  ///
  /// - Parameter limit: the most bytes of a message.
  public init(limit: Int) { self.limit = limit }

  /// Takes bytes as they came.
  public mutating func feed(_ bytes: some Sequence<UInt8>) { pending.append(contentsOf: bytes) }

  /// The next whole message without its length; nil while there is none.
  ///
  /// - Throws: when it is empty or longer than the limit: the stream is of no use any more.
  public mutating func next() throws(WireError) -> ArraySlice<UInt8>? {
    guard pending.count >= 4 else { return nil }
    let length = pending.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    guard length > 0 else { throw .short }
    guard length <= limit else { throw .long(length) }
    guard pending.count >= 4 + length else { return nil }
    let message = pending[4..<4 + length]
    pending.removeFirst(4 + length)
    return message
  }

  /// How many bytes wait for the rest of their message.
  public var pendingCount: Int { pending.count }
}
