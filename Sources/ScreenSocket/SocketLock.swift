import Glibc

/// Holds a place for this process alone, until it ends in whatever way: a lock of the kernel on a file beside the
/// socket, which tells a living holder from what a dead one left behind.
final class SocketLock {
  private let descriptor: CInt

  /// Takes the lock.
  ///
  /// - Throws: ``SocketError`` of kind `taken`, with who has it.
  init(for place: SocketPlace) throws(SocketError) {
    let path = place.path + ".lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .system(path, "cannot be opened") }
    var wanted = Self.wholeFile
    guard fcntl(descriptor, F_SETLK, &wanted) != 0 else { return }
    let code = errno
    var found = Self.wholeFile
    _ = fcntl(descriptor, F_GETLK, &found)
    guard code == EAGAIN || code == EACCES else { throw .system(path, "cannot be locked", code: code) }
    let holder = found.l_type == F_UNLCK ? "another process" : SocketPeer.words(ofProcess: found.l_pid)
    throw SocketError(
      .taken, place.path, "\(holder) shows this portfolio already; hedgetop attach shows its screen, or end it first")
  }

  deinit { close(descriptor) }

  private static var wholeFile: flock {
    flock(l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 0, l_len: 0, l_pid: 0)
  }
}
