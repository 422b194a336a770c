import Dispatch
import Glibc
import HedgeModel

/// Tells a reading thread to end its program, and waits until it has; or that there is something to tell the program.
final class ProcessSwitch: Sendable {
  private let pipe: Pipe
  private let done = DispatchSemaphore(value: 0)

  /// A switch; nil when no more files can be opened.
  init?() {
    guard let pipe = Pipe() else { return nil }
    self.pipe = pipe
  }

  deinit { pipe.close() }

  private static let end: UInt8 = 1
  private static let word: UInt8 = 2

  /// Becomes readable when the switch is turned, and with each call.
  var descriptor: Int32 { pipe.read }

  /// Turns it and waits for ``confirm()``, at most `limit`.
  func turn(waiting limit: Duration) {
    _ = write(pipe.write, [Self.end], 1)
    _ = done.wait(timeout: .now() + .milliseconds(Int(limit.wholeMilliseconds)))
  }

  /// Says that there is something to tell the program. The pipe holds thousands of calls, and the caller makes the next
  /// only when the last was heard, so this does not wait.
  func call() { _ = write(pipe.write, [Self.word], 1) }

  /// Takes one word once the descriptor is readable; true when the switch was turned.
  func isTurned() -> Bool {
    var byte = Self.end
    return read(pipe.read, &byte, 1) != 1 || byte == Self.end
  }

  /// Says that the program is gone.
  func confirm() { done.signal() }
}
