import Glibc
import HedgeModel
import Synchronization

/// A new file that lines are appended to, each handed to the system at once: a program that is killed loses at most
/// the line it was writing.
public final class RecordingFile: RecordingSink {
  private struct State {
    var descriptor: Int32
    var length: off_t = 0
  }

  private let path: String
  private let state: Mutex<State>

  /// Makes the file, readable by its owner only.
  ///
  /// - Throws: ``FeedError`` when it exists, which leaves it as it is, or cannot be made.
  public convenience init(path: String) throws(FeedError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.refusal(path, errno) }
    self.init(descriptor, path: path)
  }

  /// Appends to what is open already, and closes it in the end.
  init(_ descriptor: Int32, path: String) {
    self.path = path
    state = Mutex(State(descriptor: descriptor))
  }

  deinit {
    state.withLock { if $0.descriptor >= 0 { Glibc.close($0.descriptor) } }
  }

  /// Hands the line to the system.
  ///
  /// - Throws: ``FeedError`` when the disk is full, or the system refuses it for another reason; the file then ends with
  ///   the line before.
  public func append(_ line: [UInt8]) throws(FeedError) {
    let failure = state.withLock { state -> Int32? in
      if let failure = Self.write(line, to: state.descriptor) {
        // What was written of the line goes again, so that the file ends with a whole one.
        _ = ftruncate(state.descriptor, state.length)
        return failure
      }
      state.length += off_t(line.count)
      return nil
    }
    if let failure { throw Self.refusal(path, failure) }
  }

  /// Waits until everything is on the disk, and closes the file; nothing can be appended afterwards.
  ///
  /// - Throws: ``FeedError`` when the disk does not take it.
  public func close() throws(FeedError) {
    let failure = state.withLock { state -> Int32? in
      guard state.descriptor >= 0 else { return nil }
      // Devices and pipes have nothing to wait for.
      let failure = fsync(state.descriptor) == 0 || errno == EINVAL ? nil : errno
      Glibc.close(state.descriptor)
      state.descriptor = -1
      return failure
    }
    if let failure { throw Self.refusal(path, failure) }
  }

  /// The system error that kept the bytes from being written; nil when all were.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? ENOSPC : errno }
      rest = rest.dropFirst(count)
    }
    return nil
  }

  private static func refusal(_ path: String, _ code: Int32) -> FeedError {
    let message =
      switch code {
      case EEXIST: "exists and is left as it is; name another file"
      case ENOSPC, EDQUOT: "cannot be written any further: the disk is full"
      case EFBIG: "cannot be written any further: the file has the largest size that is permitted"
      case EACCES, EPERM, EROFS: "may not be written by this user; name another place"
      case ENOENT, ENOTDIR: "cannot be made: its folder does not exist"
      case EISDIR: "is a folder, expected the name of a file"
      case EBADF: "is closed already"
      default: "cannot be written (system error \(code))"
      }
    return FeedError(place: printable(path), message: message)
  }
}
