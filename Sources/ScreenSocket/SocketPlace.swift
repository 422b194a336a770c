import Glibc

/// Where a socket is: a file in a folder that belongs, as it does, to its user alone.
public struct SocketPlace: Hashable, Sendable {
  /// The path of the socket.
  public let path: String

  /// The socket at a path.
  public init(path: String) { self.path = path }

  /// The socket of a portfolio in a folder.
  ///
  /// Names of letters, digits, `-` and `_` stand as they are; of others, and of long ones, a part and a hash: a socket's
  /// path may take 107 bytes only.
  public init(portfolio: String, folder: String) {
    let plain = portfolio.unicodeScalars.filter { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_".contains(String(scalar)))
    }
    let name = String(String.UnicodeScalarView(plain.prefix(24)))
    let isWhole = name == portfolio && !name.isEmpty
    path = "\(folder)/\(isWhole ? name : "\(name)~\(Self.hash(portfolio))").sock"
  }

  /// The folder it is in.
  public var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes the folder and its missing parents, readable by their owner only, where there is none.
  ///
  /// - Throws: ``SocketError`` when it cannot be made, or is not the user's alone.
  public func makeFolder() throws(SocketError) {
    try Self.make(folder)
    try checkFolder()
  }

  /// Refuses a folder that is another user's, or that others can look or write into.
  public func checkFolder() throws(SocketError) { try Self.check(folder, S_IFDIR, "folder") }

  /// Refuses a socket that is another user's, or that others can use.
  public func checkSocket() throws(SocketError) { try Self.check(path, S_IFSOCK, "socket") }

  /// Whether there is anything at the path.
  public var exists: Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func check(_ path: String, _ type: mode_t, _ name: String) throws(SocketError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      throw errno == ENOENT
        ? SocketError(.absent, path, "does not exist") : .system(path, "cannot be looked at")
    }
    guard status.st_mode & S_IFMT == type else {
      throw SocketError(.unsafe, path, "is no \(name); remove it")
    }
    guard status.st_uid == geteuid() else {
      throw SocketError(
        .unsafe, path, "belongs to another user (\(status.st_uid)); use a place of your own by --socket")
    }
    guard status.st_mode & 0o077 == 0 else {
      let mode = name == "folder" ? "700" : "600"
      throw SocketError(.unsafe, path, "can be used by others; run chmod \(mode) on it")
    }
  }

  private static func make(_ folder: String) throws(SocketError) {
    var status = stat()
    if stat(folder, &status) == 0 { return }
    if let slash = folder.lastIndex(of: "/"), slash != folder.startIndex { try make(String(folder[..<slash])) }
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .system(folder, "cannot be made") }
  }

  /// FNV-1a, 64 bits: short and the same on every machine.
  private static func hash(_ text: String) -> String {
    let value = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
