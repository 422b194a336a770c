import CNcurses
import Glibc
import TerminalCells

extension NcursesSession {
  /// The signals a session answers; the rest of the process keeps its own.
  static let signals = [SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGPIPE]

  func handle(signal: CInt) {
    guard isOpen else { return }
    switch signal {
    case SIGWINCH: followSize()
    case SIGCONT:
      // Stopped from outside without warning: the shell has reset the terminal meanwhile.
      screen.leave()
      enterScreen()
      deliver(.resumed)
    case SIGTSTP:
      if handler == nil { suspend() } else { deliver(.suspend) }
    default:
      if signal == SIGHUP { process?.hungUp() }
      guard handler == nil else { return deliver(.terminate(signal: signal)) }
      close()
      exit(128 + signal)
    }
  }

  /// Gives the terminal back, stops the process, and takes the terminal again once continued.
  public func suspend() {
    guard isOpen, process != nil else { return }
    leaveScreen()
    cn_stop_process()
    enterScreen()
    deliver(.resumed)
  }

  /// Adopts the size the terminal has now, and announces it if it is new.
  func followSize() {
    guard isOpen, let found = NcursesSession.windowSize(of: output), found != size else { return }
    screen.resize(to: found)
    deliver(.resize(size))
  }

  func deliver(_ event: InputEvent) {
    if isOpen { handler?(event) }
  }

  /// The size of the terminal behind a descriptor; `nil` where it does not say.
  static func windowSize(of descriptor: CInt) -> Size? {
    var columns: CInt = 0
    var rows: CInt = 0
    guard cn_window_size(descriptor, &columns, &rows) == 0, columns > 0, rows > 0 else { return nil }
    return Size(columns: Int(columns), rows: Int(rows))
  }
}
