/// A configuration file as it was read once: what follows from it can be asked again without the file, which may have
/// been changed, or broken, meanwhile.
public struct ConfigurationText: Hashable, Sendable {
  /// The file it was read from.
  public let path: String
  /// What stood in it.
  public let text: String

  /// Reads the file at `path`; at most 4 MiB of UTF-8 text.
  ///
  /// - Throws: why it cannot be read.
  public init(readingFrom path: String) throws(ConfigurationError) {
    self.path = path
    text = try ConfigurationFile.text(at: path)
  }

  /// Where relative paths in it start from.
  var folder: String { ConfigurationFile.folder(of: path) }

  /// What issues call it.
  var name: String { PrintableText.sanitized(path) }
}
