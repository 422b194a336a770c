import Glibc
import HedgeModel

/// Where the bytes of a recording are: in a file that is read piece by piece, or in memory.
enum RecordingSource: Sendable {
  case memory([UInt8])
  case file(OpenFile)

  /// A file that is closed with its last user.
  final class OpenFile: Sendable {
    fileprivate let descriptor: Int32

    fileprivate init(_ descriptor: Int32) {
      self.descriptor = descriptor
    }

    deinit { close(descriptor) }
  }

  /// Opens the file at `path`.
  ///
  /// - Throws: ``FeedError`` when it cannot be read or is no ordinary file.
  static func open(_ path: String) throws(FeedError) -> RecordingSource {
    // Without waiting: a pipe without writer must not stall the start.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    var status = stat()
    guard descriptor >= 0 else { throw unreadable(path) }
    let file = OpenFile(descriptor)
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw unreadable(path) }
    return .file(file)
  }

  private static func unreadable(_ path: String) -> FeedError {
    FeedError(
      place: printable(path), message: "cannot be read as a recording; check the path and its permissions")
  }

  /// At most `count` bytes from `offset` on: none at the end, nil when they cannot be read.
  func bytes(at offset: Int, count: Int) -> [UInt8]? {
    switch self {
    case .memory(let bytes): return offset < bytes.count ? Array(bytes[offset..<min(offset + count, bytes.count)]) : []
    case .file(let file):
      var buffer = [UInt8](repeating: 0, count: count)
      while true {
        let got = pread(file.descriptor, &buffer, count, off_t(offset))
        if got < 0, errno == EINTR { continue }
        guard got >= 0 else { return nil }
        buffer.removeLast(count - got)
        return buffer
      }
    }
  }

  /// All the bytes of a range; nil when some are missing.
  func bytes(in range: Range<Int>) -> [UInt8]? {
    var all: [UInt8] = []
    while all.count < range.count {
      guard let more = bytes(at: range.lowerBound + all.count, count: range.count - all.count), !more.isEmpty else {
        return nil
      }
      all += more
    }
    return all
  }
}
