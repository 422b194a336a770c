import NIOCore

/// The bytes of an answer. Copies share them: a thousand clients are sent one page.
public struct PortBody: Hashable, Sendable {
  let bytes: ByteBuffer

  /// The UTF-8 bytes of a text.
  public init(_ text: String) {
    bytes = ByteBuffer(string: text)
  }

  /// Two texts, one after the other.
  public init(_ first: PortBody, _ second: String) {
    var bytes = ByteBuffer()
    bytes.reserveCapacity(first.bytes.readableBytes + second.utf8.count)
    bytes.writeImmutableBuffer(first.bytes)
    bytes.writeString(second)
    self.bytes = bytes
  }

  /// How many bytes there are.
  public var count: Int { bytes.readableBytes }

  /// The text.
  public var text: String { String(buffer: bytes) }
}
