import Glibc

/// Two connected descriptors that a program started from here does not inherit.
struct Pipe {
  let read: Int32
  let write: Int32

  /// A pipe; nil, with `errno` set, when the system has no more.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    read = ends[0]
    write = ends[1]
  }

  /// Closes both ends.
  func close() {
    Glibc.close(read)
    Glibc.close(write)
  }
}
