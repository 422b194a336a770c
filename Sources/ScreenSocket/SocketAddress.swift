import Glibc

/// Calls of the system with the address of a socket's file.
enum SocketAddress {
  /// Calls `body` with the address of a path.
  ///
  /// - Throws: ``SocketError`` when the path is too long for a socket.
  static func with<Result>(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) throws(SocketError) -> Result {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard bytes.count < room else {
      throw SocketError(
        .refused, path, "is too long for a socket, \(bytes.count) of \(room - 1) bytes; name a shorter one by --socket")
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
    }
  }

  /// A new socket that does not block and is closed in programs that are started.
  static func makeSocket(for path: String) throws(SocketError) -> CInt {
    let type = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_NONBLOCK.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(AF_UNIX, type, 0)
    guard descriptor >= 0 else { throw .system(path, "no socket can be made") }
    return descriptor
  }
}
