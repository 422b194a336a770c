/// A screen to present grids on and a keyboard and mouse to hear from.
///
/// One at a time, used on the main actor. After ``close()`` every call is without effect.
@MainActor
public protocol Terminal: AnyObject {
  /// The size to draw at now; changes are announced by ``InputEvent/resize(_:)``.
  var size: Size { get }

  /// What it can show and report; fixed for its lifetime.
  var capabilities: TerminalCapabilities { get }

  /// Shows a grid. Only what differs from the grid shown before is sent, nothing when nothing differs. A grid of
  /// another size than ``size`` shows its upper left part.
  func present(_ grid: Grid)

  /// Sets who hears of keys, mouse and signals, called on the main actor; `nil` for nobody.
  func setInputHandler(_ handler: (@MainActor (InputEvent) -> Void)?)

  /// Rings the bell.
  func ring()

  /// Sets the title of the terminal's window, sanitised. The title found is put back on closing where the
  /// terminal can.
  func setTitle(_ title: String)

  /// Puts text in the clipboard of the machine the terminal runs on, by way of OSC 52. Terminals are free to
  /// ignore it.
  func copy(_ text: String)

  /// Gives the terminal back and stops the program as the shell's Ctrl-Z does; returns, with the screen restored
  /// and ``InputEvent/resumed`` announced, once it is continued.
  func suspend()

  /// Sends the whole grid again with the next ``present(_:)``, for screens that other programs wrote on.
  func redraw()

  /// Gives the terminal back as it was found. Calling it again does nothing.
  func close()
}
