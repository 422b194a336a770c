import CNcurses
import Glibc

/// What a session takes from its process besides the terminal: signals, crashes, and standard error.
@MainActor
final class ProcessHold {
  private let output: CInt
  private let restoring: String
  private var capture: StandardErrorCapture?
  private var catcher: SignalCatcher?

  /// Arms the crash handler and captures standard error, before the terminal is touched.
  ///
  /// - Parameter restoring: what to write to `output` after a crash to get the main screen back.
  init(output: CInt, restoring: String) {
    self.output = output
    self.restoring = restoring
    holdOutput()
  }

  /// Starts to catch signals.
  func start(handler: @escaping @MainActor (CInt) -> Void) {
    catcher = SignalCatcher(NcursesSession.signals, handler: handler)
  }

  /// Keeps standard error off the screen if it would appear there, and remembers the terminal's settings for a
  /// crash: to be called while they are still those to go back to.
  func holdOutput() {
    if capture == nil, isatty(STDERR_FILENO) == 1 { capture = StandardErrorCapture() }
    _ = cn_crash_arm(output, restoring, capture?.captured ?? -1, capture?.original ?? -1)
  }

  /// Leaves crashes alone and hands over what was written to standard error.
  func releaseOutput() {
    cn_crash_disarm()
    capture?.finish()
    capture = nil
  }

  /// The terminal is gone. The kernel and the shell each tell it, in any order: being told again must not kill the
  /// process while it ends.
  func hungUp() {
    catcher?.ignore(SIGHUP)
  }

  /// Gives everything back, except that a process hung up stays deaf to that.
  func release() {
    releaseOutput()
    catcher?.stop()
    catcher = nil
  }
}
