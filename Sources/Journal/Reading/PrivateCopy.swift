import FoundationEssentials
import Glibc

/// A journal copied into a folder of its own that only this user can read; gone with this object.
final class PrivateCopy: Sendable {
  /// The copy.
  let path: String
  private let folder: String

  /// Nil when it cannot be copied.
  init?(of original: String) {
    var template = Array((FileManager.default.temporaryDirectory.path + "/hedgetop-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = folder + "/journal.sqlite"
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: original + suffix) {
      do {
        try FileManager.default.copyItem(atPath: original + suffix, toPath: path + suffix)
      } catch {
        discard()
        return nil
      }
    }
  }

  deinit { discard() }

  private func discard() {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    rmdir(folder)
  }
}
