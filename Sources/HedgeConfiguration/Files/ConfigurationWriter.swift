import Glibc

/// Writes the example configuration where there is none. hedgetop never writes a configuration otherwise.
public enum ConfigurationWriter {
  /// Writes ``ExampleConfiguration/text`` to a new file at `path`, readable by its owner only, in a folder that is
  /// made when it does not exist.
  ///
  /// - Throws: when the file exists – it is left as it is – or cannot be written.
  public static func writeExample(to path: String) throws(ConfigurationError) {
    try write(ExampleConfiguration.text, to: path)
  }

  /// Writes `text` to a new file at `path`; see ``writeExample(to:)``.
  ///
  /// - Throws: when the file exists – it is left as it is – or cannot be written.
  public static func write(_ text: String, to path: String) throws(ConfigurationError) {
    let name = PrintableText.sanitized(path)
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex { try makeFolder(String(path[..<slash])) }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .file(refusal(errno), name) }
    let failure = writeAll(Array(text.utf8), to: descriptor)
    close(descriptor)
    if let failure {
      unlink(path)
      throw .file(refusal(failure), name)
    }
  }

  /// Makes the folder at `path` and those it is in, for their owner only; folders that exist are left as they are.
  ///
  /// - Throws: when one cannot be made.
  public static func makeFolder(_ path: String) throws(ConfigurationError) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
      if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    }
    throw .file(refusal(errno), PrintableText.sanitized(path))
  }

  /// The system error that kept `bytes` from being written in full; nil when they are on disk.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return fsync(descriptor) == 0 ? nil : errno
  }

  private static func refusal(_ code: Int32) -> String {
    switch code {
    case EEXIST: "exists and is left as it is; move it away or name another file"
    case EACCES, EPERM, EROFS: "may not be written by this user; name another place"
    case ENOSPC, EDQUOT: "cannot be written: the disk is full"
    case EISDIR: "is a folder, expected the name of a file"
    case ENOTDIR: "is inside something that is no folder"
    default: "cannot be written (system error \(code))"
    }
  }
}
