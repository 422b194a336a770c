import Dispatch
import Glibc
import HedgeModel

/// Tells a reading thread to end its program, and waits until it has.
final class ProcessSwitch: Sendable {
  private let pipe: Pipe
  private let done = DispatchSemaphore(value: 0)

  /// A switch; nil when no more files can be opened.
  init?() {
    guard let pipe = Pipe() else { return nil }
    self.pipe = pipe
  }

  deinit { pipe.close() }

  /// Becomes readable when the switch is turned.
  var descriptor: Int32 { pipe.read }

  /// Turns it and waits for ``confirm()``, at most `limit`.
  func turn(waiting limit: Duration) {
    _ = write(pipe.write, [1], 1)
    _ = done.wait(timeout: .now() + .milliseconds(Int(limit.wholeMilliseconds)))
  }

  /// Says that the program is gone.
  func confirm() { done.signal() }
}
