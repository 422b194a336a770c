import Glibc

extension StateFiles {
  /// Gives a database and its write-ahead file a second name that nobody has: `stem`, or with a number behind it.
  ///
  /// - Returns: the second name.
  static func keepUnderAnotherName(_ path: String, stem: String) throws(JournalError) -> String {
    for number in 1...1000 {
      let name = number == 1 ? stem : "\(stem)-\(number)"
      if link(path, name) == 0 {
        guard link(path + "-wal", name + "-wal") == 0 || errno == ENOENT else { throw failure(name + "-wal") }
        try synchronise(parent(of: path))
        return name
      }
      guard errno == EEXIST else { throw failure(name) }
    }
    throw JournalError(.unavailable, place: stem, detail: "and a thousand names like it are taken")
  }

  /// Puts the finished file `temporary` in the place of a database that has been kept under another name. Its
  /// write-ahead file goes first: it does not belong to the new one.
  static func replace(_ path: String, by temporary: String) throws(JournalError) {
    for suffix in ["-wal", "-shm"] {
      guard unlink(path + suffix) == 0 || errno == ENOENT else { throw failure(path + suffix) }
    }
    guard rename(temporary, path) == 0 else { throw failure(path) }
    try synchronise(parent(of: path))
  }
}
