import Glibc
import HedgeModel

/// Reads and understands what a running program writes.
struct ProcessOutput {
  private static let chunk = 65_536
  private static let longestErrorLine = 4096
  /// Chunks taken in one go, so that a program that never pauses can still be told to end.
  private static let chunksAtOnce = 16

  private let runner: ProcessRunner
  private let decoder: ProcessLineDecoder
  private var lines = LineSplitter(limit: ProcessRunner.longestLine)
  private var errorLines = LineSplitter(limit: longestErrorLine)
  private var lastErrorLine: [UInt8] = []
  private var buffer = [UInt8](repeating: 0, count: chunk)
  private var hasSpoken = false
  /// False once standard output is closed.
  private(set) var isOpen = true
  /// False once standard error is closed.
  private(set) var errorsAreOpen = true

  init(_ runner: ProcessRunner) {
    self.runner = runner
    decoder = ProcessLineDecoder(venue: runner.configuration.name, wanted: runner.wanted)
  }

  /// The last line of standard error after a colon, or nothing.
  var lastWords: String {
    let words = printable(String(decoding: lastErrorLine, as: UTF8.self), limit: 120)
    return words.isEmpty ? "" : ": \(words)"
  }

  /// Takes what both streams hold now.
  mutating func read(from child: borrowing ChildProcess) {
    for _ in 0..<Self.chunksAtOnce where isOpen {
      guard let count = Self.take(child.output, into: &buffer, &isOpen) else { break }
      understand(count)
    }
    for _ in 0..<Self.chunksAtOnce where errorsAreOpen {
      guard let count = Self.take(child.errors, into: &buffer, &errorsAreOpen) else { break }
      var last: [UInt8]?
      buffer.withUnsafeBufferPointer { bytes in
        errorLines.append(UnsafeBufferPointer(rebasing: bytes[..<count])) { line in
          if case .bytes(let text) = line { last = text }
        }
      }
      if let last { lastErrorLine = last }
    }
  }

  /// Takes what stands after the last line feed.
  mutating func finish() {
    var rest: [LineSplitter.Line] = []
    lines.finish { rest.append($0) }
    deliver(rest)
    errorLines.finish { if case .bytes(let text) = $0 { lastErrorLine = text } }
  }

  /// Bytes read into the buffer; nil when there are none now, or ever again.
  private static func take(_ descriptor: Int32, into buffer: inout [UInt8], _ isOpen: inout Bool) -> Int? {
    let count = Glibc.read(descriptor, &buffer, chunk)
    if count > 0 { return count }
    if count == 0 || (errno != EAGAIN && errno != EINTR) { isOpen = false }
    return nil
  }

  private mutating func understand(_ count: Int) {
    var complete: [LineSplitter.Line] = []
    buffer.withUnsafeBufferPointer { bytes in
      lines.append(UnsafeBufferPointer(rebasing: bytes[..<count])) { complete.append($0) }
    }
    deliver(complete)
  }

  /// Of several warnings at once only the first is told, with the number of the others.
  private mutating func deliver(_ lines: [LineSplitter.Line]) {
    var messages: [ProcessMessage] = []
    var warnings: [String] = []
    let arrival = runner.clock.now()
    for line in lines {
      let message: ProcessMessage =
        switch line {
        case .bytes(let bytes): decoder.message(bytes, arrival: arrival)
        case .overlong: .warning("a line is longer than 1 MiB")
        }
      if case .warning(let text) = message { warnings.append(text) } else { messages.append(message) }
    }
    if !hasSpoken, let first = messages.first {
      hasSpoken = true
      if case .status = first {} else { messages.insert(.status(.connected), at: 0) }
    }
    if let first = warnings.first {
      messages.append(.warning(warnings.count > 1 ? "\(first) (and \(warnings.count - 1) more)" : first))
    }
    if !messages.isEmpty { runner.core.deliver(runner.run, messages) }
  }
}
