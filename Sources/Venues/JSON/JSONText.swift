/// A JSON text, checked and indexed in one pass; what is in it is converted only when somebody asks.
///
/// A venue's message holds twenty fields of which three are needed, several thousand times a second, and its lists of
/// contracts take megabytes: nothing is copied, and numbers are read from their text, exactly.
public final class JSONText: Sendable {
  let bytes: [UInt8]
  let entries: [JSONEntry]

  /// Reads a text.
  ///
  /// - Throws: ``DecodingFault`` when it is not JSON.
  public init(_ bytes: [UInt8]) throws(DecodingFault) {
    let result: Result<[JSONEntry], DecodingFault> = bytes.withUnsafeBufferPointer { buffer in
      do throws(DecodingFault) { return .success(try JSONIndexer.entries(of: buffer)) } catch { return .failure(error) }
    }
    entries = try result.get()
    self.bytes = bytes
  }

  /// Reads a text.
  ///
  /// - Throws: ``DecodingFault`` when it is not JSON.
  public convenience init(_ text: String) throws(DecodingFault) {
    try self.init(Array(text.utf8))
  }

  /// The whole.
  public var root: JSONValue { JSONValue(text: self, place: 0) }
}
