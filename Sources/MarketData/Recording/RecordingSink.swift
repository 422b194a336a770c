/// Where the lines of a recording go.
public protocol RecordingSink: Sendable {
  /// Keeps a whole line, or, when it throws, nothing of it.
  ///
  /// - Throws: ``FeedError`` naming the file and what would help.
  func append(_ line: [UInt8]) throws(FeedError)
}
