import Glibc

/// Reads a configuration file as text.
enum ConfigurationFile {
  /// Larger files are no configurations.
  static let largest = 4 * 1024 * 1024

  /// The folder a file is in, where relative paths in it start from.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// The text of the file at `path`; an issue that names the cause when there is none.
  static func text(at path: String) throws(ConfigurationError) -> String {
    let name = PrintableText.sanitized(path)
    // Without waiting: a pipe without writer must not stall the start.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .file(cause(of: errno), name) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .file(cause(of: errno), name) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .file("is a folder, expected a file; name the file in it", name)
    default: throw .file("is no ordinary file; expected a configuration file", name)
    }
    let bytes = try contents(of: descriptor, name: name)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    throw ConfigurationError(issues: [
      ConfigurationIssue(
        file: name, location: firstInvalidCharacter(in: bytes), message: "is not UTF-8 text; save it in that encoding")
    ])
  }

  private static func contents(of descriptor: Int32, name: String) throws(ConfigurationError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .file(cause(of: errno), name) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      if bytes.count > largest { throw .file("is larger than 4 MiB, too large for a configuration", name) }
    }
  }

  /// Where the first bytes stand that are not UTF-8.
  private static func firstInvalidCharacter(in bytes: [UInt8]) -> SourceLocation {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
    var lines = LineIndex(bytes)
    return lines.location(of: offset)
  }

  static func cause(of code: Int32) -> String {
    switch code {
    case ENOENT: "does not exist; hedgetop init writes an example to start from"
    case EACCES, EPERM: "may not be read by this user; check its permissions"
    case EISDIR: "is a folder, expected a file; name the file in it"
    case ENOTDIR: "is inside something that is no folder"
    case ELOOP: "is a symbolic link that leads nowhere"
    case ENAMETOOLONG: "has too long a name"
    default: "cannot be read (system error \(code))"
    }
  }
}
