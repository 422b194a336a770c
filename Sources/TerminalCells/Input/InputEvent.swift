/// What a terminal tells its owner.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(KeyPress)
  /// The mouse was used.
  case mouse(MouseEvent)
  /// Text was pasted, sanitised. It is not typing: pasted text must not act as keys.
  case paste(String)
  /// The terminal has another size now; the next frame is to be drawn at it.
  case resize(Size)
  /// Another process asks to stop for a while (a stop signal from outside); the owner answers with
  /// ``Terminal/suspend()``.
  case suspend
  /// The program continues after having been stopped; the screen is restored already.
  case resumed
  /// The terminal is gone: nothing can be shown or read any more. The owner ends.
  case hangUp
  /// A signal asks the program to end (SIGTERM, SIGINT, SIGHUP, SIGQUIT); the owner closes the terminal and exits
  /// with 128 plus this number.
  case terminate(signal: Int32)
}
