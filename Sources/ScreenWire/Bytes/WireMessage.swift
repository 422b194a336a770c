/// A message that can be put into bytes and taken out of them.
public protocol WireMessage: Sendable {
  /// Reads a message without its length.
  ///
  /// - Throws: when the bytes are no such message. Nothing else ever happens, whatever they are.
  init(_ bytes: ArraySlice<UInt8>) throws(WireError)

  /// The message without its length.
  var payload: [UInt8] { get }
}

extension WireMessage {
  /// The message as it goes over the wire, its length first.
  public var encoded: [UInt8] {
    let payload = payload
    return withUnsafeBytes(of: UInt32(payload.count).bigEndian) { Array($0) } + payload
  }
}
