import CPty
import Glibc
import TerminalCells

/// The terminal's side of a pseudo-terminal: types into it, and keeps the screen that comes out of it.
///
/// Nothing here sleeps for a fixed time: every wait ends as soon as its condition holds, and fails, showing the
/// screen, when its time is over.
public final class PtyScreen {
  /// The longest a wait takes unless told otherwise.
  public static let patience = Duration.seconds(20)

  /// What is on the screen, as far as it has been read; the waits read.
  public private(set) var emulator: ScreenEmulator
  /// How many bytes have come out so far.
  public private(set) var byteCount = 0
  /// Everything that has come out so far.
  public private(set) var output: [UInt8] = []

  private let master: CInt
  private var isOpen = true
  private var buffer = [UInt8](repeating: 0, count: 64 * 1024)

  /// The side of a descriptor that does not block, which is closed with this object.
  init(master: CInt, size: Size) {
    self.master = master
    emulator = ScreenEmulator(size: size)
  }

  deinit {
    if isOpen { Glibc.close(master) }
  }

  /// Types text, escape sequences included.
  public func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while isOpen, !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else {
        guard errno == EAGAIN || errno == EINTR else { return }
        waitForRoom()
      }
    }
  }

  /// Presses keys by their names, as ``TerminalCells/KeyPress`` reads them (`Ctrl-R`, `F5`, `PgUp`, `q`).
  public func press(_ names: String...) throws {
    for name in names {
      guard let press = KeyPress(parsing: name), let bytes = press.xtermSequence else {
        throw PtyError("no key is named \(name)")
      }
      send(bytes)
    }
  }

  /// Clicks the left button over a cell, as terminals with SGR mouse reports tell it.
  public func click(at point: Point) {
    let place = "\(point.column + 1);\(point.row + 1)"
    send("\u{1B}[<0;\(place)M\u{1B}[<0;\(place)m")
  }

  /// Changes the size of the window.
  public func resize(to size: Size) {
    readAvailable()
    emulator.resize(to: size)
    _ = cpty_resize(master, CInt(size.columns), CInt(size.rows))
  }

  /// The terminal's settings (echo, line editing and so on), as a shell would find them.
  public var settings: TerminalSettings? {
    var found = termios()
    guard isOpen, tcgetattr(master, &found) == 0 else { return nil }
    return TerminalSettings(found)
  }

  /// Closes the terminal's side as closing the window does: programs on it are hung up.
  public func hangUp() {
    guard isOpen else { return }
    isOpen = false
    Glibc.close(master)
  }

  /// Reads what has come out by now.
  ///
  /// - Returns: whether there was anything.
  @discardableResult
  public func readAvailable() -> Bool {
    var found = false
    while isOpen {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      emulator.feed(buffer[..<count])
      output.append(contentsOf: buffer[..<count])
      byteCount += count
      found = true
    }
    return found
  }

  /// Waits until the screen is as wanted.
  ///
  /// - Parameter condition: asked when something has come out, and now and then.
  /// - Throws: ``PtyError`` with the screen when it does not come to it in time.
  public func wait(
    for what: String, within patience: Duration = PtyScreen.patience, isolation: isolated (any Actor)? = #isolation,
    until condition: (ScreenEmulator) -> Bool
  ) async throws {
    var looks = 0
    let met = try await waitUntil(within: patience) {
      // Reading a screen is dear, and one on which nothing has changed most often answers as before.
      defer { looks += 1 }
      return (readAvailable() || looks.isMultiple(of: 25)) && condition(emulator)
    }
    guard met else { throw PtyError("waited \(patience) for \(what); the screen is\n\(framedScreen)") }
  }

  /// Waits until some row shows this text.
  public func wait(
    forText text: String, within patience: Duration = PtyScreen.patience,
    isolation: isolated (any Actor)? = #isolation
  ) async throws {
    try await wait(for: "\"\(text)\"", within: patience) { $0.shows(text) }
  }

  /// Waits until nothing has come out for a while.
  public func waitUntilIdle(
    for pause: Duration = .milliseconds(100), within patience: Duration = PtyScreen.patience,
    isolation: isolated (any Actor)? = #isolation
  ) async throws {
    var quietSince = ContinuousClock.now
    let met = try await waitUntil(within: patience) {
      if readAvailable() { quietSince = .now }
      return quietSince.duration(to: .now) >= pause
    }
    guard met else { throw PtyError("never quiet for \(pause) within \(patience); the screen is\n\(framedScreen)") }
  }

  /// The screen with its edges, for messages.
  public var framedScreen: String {
    emulator.text.map { "|\($0)" }.joined(separator: "\n")
  }

  private func waitForRoom() {
    readAvailable()
    var state = pollfd(fd: master, events: Int16(POLLOUT), revents: 0)
    poll(&state, 1, 10)
  }
}

/// Asks again and again until a condition holds or the time is over, letting others run in between.
///
/// The time is counted in looks, not by a clock: while a busy machine keeps the test from looking, none passes.
func waitUntil(
  within patience: Duration, isolation: isolated (any Actor)? = #isolation, _ condition: () throws -> Bool
) async throws -> Bool {
  let pause = Duration.milliseconds(2)
  for _ in 0..<max(1, Int(patience / pause)) {
    if try condition() { return true }
    try await Task.sleep(for: pause)
  }
  return try condition()
}
