import ScreenWire
import TerminalCells

/// The terminal of a viewer at the other end of a socket: what is presented goes out as the newest picture, what is
/// typed there comes in as ``receive(_:)``.
@MainActor
final class RemoteTerminal: Terminal {
  private(set) var size: Size
  let capabilities: TerminalCapabilities
  private var handler: (@MainActor (InputEvent) -> Void)?
  private var isOpen = true
  private var outgoing = OutgoingScreen()
  private let write: @MainActor (ArraySlice<UInt8>) -> Int

  /// A terminal that has been sent nothing.
  ///
  /// - Parameter write: writes as much as there is room for and says how much that was.
  init(size: Size, capabilities: TerminalCapabilities, write: @escaping @MainActor (ArraySlice<UInt8>) -> Int) {
    self.size = size
    self.capabilities = capabilities
    self.write = write
  }

  /// Whether it has taken nothing for longer than may be.
  var isGivenUp: Bool { outgoing.isGivenUp(at: .now) }

  /// What the viewer tells.
  func receive(_ event: InputEvent) {
    guard isOpen else { return }
    switch event {
    case .resize(let size): self.size = WireLimit.clamped(size)
    case .resumed: send { $0.resume(at: $1) }
    default: break
    }
    handler?(event)
  }

  /// Sends a message of its own.
  func tell(_ message: HostMessage) { send { $0.append(message, at: $1) } }

  /// A sign of life.
  func pulse() { send { $0.pulse(at: $1) } }

  /// Writes what there is room for now.
  func flush() {
    while outgoing.isBusy {
      let count = write(outgoing.bytes)
      guard count > 0 else { return }
      outgoing.wrote(count, at: .now)
    }
  }

  func present(_ grid: Grid) { send { $0.show(grid, at: $1) } }
  func setInputHandler(_ handler: (@MainActor (InputEvent) -> Void)?) { self.handler = handler }
  func ring() { send { $0.ring(at: $1) } }
  func setTitle(_ title: String) { send { $0.setTitle(title, at: $1) } }
  func copy(_ text: String) { send { $0.copy(text, at: $1) } }
  func suspend() { send { $0.pause(at: $1) } }
  func redraw() { send { $0.redraw(at: $1) } }

  func close() {
    isOpen = false
    handler = nil
  }

  private func send(_ change: (inout OutgoingScreen, ContinuousClock.Instant) -> Void) {
    guard isOpen else { return }
    change(&outgoing, .now)
    flush()
  }
}
