import Glibc

/// Keeps what is written to standard error while the screen is on, and hands it over afterwards.
///
/// Libraries and the runtime write there without asking; on the screen it would be noise, lost it would be missed.
/// It goes to a file without a name: unlike a pipe it never fills up and blocks the writer.
@MainActor
final class StandardErrorCapture {
  /// The file the text is in.
  let captured: CInt
  /// Where the text belongs.
  let original: CInt

  private let descriptor: CInt
  private var isCapturing = true

  /// Starts capturing what is written to `descriptor`; `nil` where there is no room for files.
  init?(descriptor: CInt = STDERR_FILENO) {
    guard let file = StandardErrorCapture.anonymousFile() else { return nil }
    let original = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    guard original >= 0, dup2(file, descriptor) >= 0 else {
      Glibc.close(file)
      if original >= 0 { Glibc.close(original) }
      return nil
    }
    self.descriptor = descriptor
    self.captured = file
    self.original = original
  }

  /// Puts the descriptor back and writes what was captured to it: all of it, or its last part where it is long.
  func finish() {
    guard isCapturing else { return }
    isCapturing = false
    dup2(original, descriptor)
    var position = max(0, lseek(captured, 0, SEEK_END) - StandardErrorCapture.shown)
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = pread(captured, &buffer, buffer.count, position)
      guard count > 0 else { break }
      writeAll(buffer[..<count], to: original)
      position += count
    }
    Glibc.close(captured)
    Glibc.close(original)
  }

  /// What is handed over at most: more would scroll the reason away.
  private static let shown = 64 * 1024

  private static func anonymousFile() -> CInt? {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array((folder + "/hedgetop-stderr-XXXXXX").utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else { return nil }
    unlink(path)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    return file
  }
}

/// Writes all bytes, as far as the descriptor takes them.
func writeAll(_ bytes: some Collection<UInt8>, to descriptor: CInt) {
  let bytes = Array(bytes)
  var written = 0
  while written < bytes.count {
    let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return }
    written += count
  }
}
