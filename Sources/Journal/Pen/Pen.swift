import Glibc
import HedgeModel
import Synchronization

/// The right to write the journal of one portfolio, which one process has at a time.
///
/// It is a lock of the kernel on a file beside the journal, so it is free as soon as its holder ends, however that
/// happens. What stands in the file is for people only; the file is never removed, because a lock on a file that is
/// gone protects nothing.
final class Pen: Sendable {
  /// The locked file.
  let path: String
  private let descriptor = Mutex<Int32?>(nil)

  /// The pen of the journal at `journal`, not taken.
  init(ofJournal journal: String) {
    path = journal + ".pen"
  }

  deinit { lay() }

  /// True while this object has it.
  var isHeld: Bool { descriptor.withLock { $0 != nil } }

  /// Takes the pen if nobody else has it; never waits.
  ///
  /// - Parameter holder: what others are told of the one who has it.
  /// - Returns: whether this object has it now.
  /// - Throws: ``JournalError`` when the file cannot be made or opened.
  func take(_ holder: PenHolder) throws(JournalError) -> Bool {
    try descriptor.withLock { held throws(JournalError) -> Bool in
      if held != nil { return true }
      let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard opened >= 0 else { throw StateFiles.failure(path) }
      guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        close(opened)
        if code == EWOULDBLOCK { return false }
        errno = code
        throw StateFiles.failure(path)
      }
      held = opened
      Self.write(holder, to: opened)
      return true
    }
  }

  /// Gives the pen back.
  func lay() {
    descriptor.withLock { held in
      if let open = held { close(open) }
      held = nil
    }
  }

  /// What the holder wrote of itself; nil when nothing is to be read.
  var holder: PenHolder? {
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard opened >= 0 else { return nil }
    defer { close(opened) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(opened, &bytes, bytes.count)
    return count > 0 ? PenHolder(text: String(decoding: bytes.prefix(count), as: UTF8.self)) : nil
  }

  /// Says who has it, as far as there is room: the lock counts, not the words.
  private static func write(_ holder: PenHolder, to descriptor: Int32) {
    let bytes = Array(holder.text.utf8)
    guard ftruncate(descriptor, 0) == 0 else { return }
    _ = pwrite(descriptor, bytes, bytes.count, 0)
  }
}
