import Glibc

/// The few file operations a journal needs, private to their owner and with errors that name the place.
enum StateFiles {
  /// Makes `folder` and its missing parents, readable by their owner only. A folder that exists is left as it is.
  static func makeFolder(_ folder: String) throws(JournalError) {
    if isFolder(folder) { return }
    let parent = parent(of: folder)
    if parent != folder { try makeFolder(parent) }
    guard mkdir(folder, 0o700) == 0 || (errno == EEXIST && isFolder(folder)) else { throw failure(folder) }
  }

  /// Makes an empty file beside `path` under a name nobody uses, readable by its owner only, and returns its path.
  static func makeTemporary(beside path: String) throws(JournalError) -> String {
    var template = Array((path + ".new-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw failure(path) }
    close(descriptor)
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Gives the finished file `temporary` the name `path` unless that is taken, durably; the temporary name goes away.
  static func publish(_ temporary: String, as path: String) throws(JournalError) {
    defer { unlink(temporary) }
    try synchronise(temporary)
    guard link(temporary, path) == 0 || errno == EEXIST else { throw failure(path) }
    try synchronise(parent(of: path))
  }

  /// Removes a temporary database and what SQLite keeps beside it.
  static func discard(_ temporary: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(temporary + suffix) }
  }

  /// Size of the file at `path` in bytes; nil when there is none.
  static func size(of path: String) throws(JournalError) -> Int? {
    var status = stat()
    if stat(path, &status) == 0 { return Int(status.st_size) }
    guard errno == ENOENT else { throw failure(path) }
    return nil
  }

  /// Takes away every right that others have to the file; one that is not ours to change stays as it is.
  static func makePrivate(_ path: String) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & 0o077 != 0 { chmod(path, status.st_mode & 0o700) }
  }

  /// What tells one file from another under the same name.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  /// The file that stands at `path` now; nil when there is none.
  static func identity(of path: String) -> Identity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }

  /// True when this user may make files in `folder`.
  static func isWritable(_ folder: String) -> Bool { access(folder, W_OK) == 0 }

  /// Refuses a write-ahead file that is left of a journal that is gone.
  static func requireNoOrphan(of path: String) throws(JournalError) {
    // It holds decisions, and a new journal must not swallow them.
    if let orphan = try size(of: path + "-wal"), orphan > 0 {
      throw JournalError(.damaged, place: path, detail: "is gone, but its -wal file is still there")
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func parent(of path: String) -> String {
    guard let slash = path.dropLast().lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func synchronise(_ path: String) throws(JournalError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  /// The failure that `errno` tells of.
  static func failure(_ path: String) -> JournalError {
    let code = errno
    let reason = String(cString: strerror(code))
    return switch code {
    case EACCES, EPERM, EROFS: JournalError(.readOnly, place: path, detail: "may not be written (\(reason))")
    case ENOSPC, EDQUOT: JournalError(.diskFull, place: path, detail: "the disk is full (\(reason))")
    default: JournalError(.unavailable, place: path, detail: "cannot be made or opened (\(reason))")
    }
  }
}
