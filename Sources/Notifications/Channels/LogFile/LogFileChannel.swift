import Dispatch
import Glibc

/// Appends a line for each notice to a file of the user's own. The file is opened anew for each message, so one that was
/// rotated away is made again.
public struct LogFileChannel: AlertChannel {
  private static let queue = DispatchQueue(label: "hedgetop.alert-file")

  private let path: String
  private let format: LogFileFormat

  /// A channel to the file at `path`, made with mode 0600 when it does not exist.
  public init(path: String, format: LogFileFormat) {
    self.path = path
    self.format = format
  }

  /// Appends the notices of a message.
  public func send(_ message: Message) async -> ChannelOutcome {
    guard let lines = try? message.notices.map({ try format.line($0, in: message) }).joined() else {
      return .refused("the message cannot be written as JSON")
    }
    // A file on a network may take its time: it is waited for elsewhere.
    return await withCheckedContinuation { continuation in
      Self.queue.async { continuation.resume(returning: append(Array(lines.utf8))) }
    }
  }

  private func append(_ bytes: [UInt8]) -> ChannelOutcome {
    // Without waiting: a pipe without reader must not hold up the others.
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0o600)
    guard file >= 0 else { return failure() }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .failed("\(PlainText.of(path)) is no ordinary file; name another")
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return failure() }
      rest = rest.dropFirst(count)
    }
    return .delivered("written to \(PlainText.of(path))")
  }

  private func failure() -> ChannelOutcome {
    .failed("\(PlainText.of(path)) cannot be written: \(String(cString: strerror(errno)))")
  }
}
