import CNcurses
import Dispatch
import Glibc
import TerminalCells

/// A terminal taken over by ncurses: shows grids, reads keys and mouse, and always gives the terminal back.
///
/// ```swift
/// let session = try NcursesSession(options: TerminalOptions())
/// defer { session.close() }
/// session.setInputHandler { event in … }
/// session.present(grid)
/// ```
///
/// The terminal is given back by ``close()``, by ``suspend()``, and on a crash. Signals that ask to end arrive as
/// ``TerminalCells/InputEvent/terminate(signal:)`` for the owner to answer; without an owner they close the terminal
/// and end the process.
///
/// The main queue must run (`dispatchMain()` or an asynchronous `main`) for input to arrive.
@MainActor
public final class NcursesSession: Terminal {
  /// The size to draw at.
  public var size: Size { screen.size }
  /// What the terminal can show and report.
  public let capabilities: TerminalCapabilities

  let screen: CursesScreen
  let input: CInt
  let output: CInt
  let process: ProcessHold?
  var handler: (@MainActor (InputEvent) -> Void)?
  var isOpen = true

  private let environment: TerminalEnvironment
  private let speaksXterm: Bool
  private let settings: termios
  private var decoder = InputDecoder()
  private var inputSource: (any DispatchSourceRead)?
  private var shown: Grid?

  /// Takes the terminal over.
  ///
  /// - Parameters:
  ///   - options: what the user asks for.
  ///   - environment: the variables to go by.
  ///   - input: the descriptor to read from.
  ///   - output: the descriptor to write to.
  ///   - holdsProcess: whether to catch signals and crashes and to keep standard error off the screen. One session
  ///     per process can; tests with a terminal of their own do without.
  /// - Throws: ``TerminalError`` when there is no terminal, or none that can show a screen; nothing has been
  ///   written then.
  public init(
    options: TerminalOptions = TerminalOptions(), environment: TerminalEnvironment = .process,
    input: CInt = STDIN_FILENO, output: CInt = STDOUT_FILENO, holdsProcess: Bool = true
  ) throws(TerminalError) {
    let entry = try NcursesSession.check(environment, options: options, input: input, output: output)
    setlocale(LC_CTYPE, "")
    if options.unicode == true, !NcursesSession.localeIsUnicode { setlocale(LC_CTYPE, "C.UTF-8") }
    capabilities = .detect(
      options: options, environment: environment, entry: entry, codeset: String(cString: cn_codeset()))
    var settings = termios()
    guard tcgetattr(input, &settings) == 0 else { throw .refused("tcgetattr") }
    self.settings = settings
    self.environment = environment
    self.input = input
    self.output = output
    speaksXterm = ControlSequences.areUnderstood(by: environment.term)
    let restoring = NcursesSession.extrasOff(speaksXterm: speaksXterm) + entry.leaving
    process = holdsProcess ? ProcessHold(output: output, restoring: restoring) : nil
    do {
      screen = try CursesScreen(
        entry: entry, capabilities: capabilities, input: input, output: output,
        size: NcursesSession.windowSize(of: output))
    } catch {
      process?.release()
      throw error
    }
    guard start() else {
      close()
      throw .refused("epoll")
    }
  }

  /// Finds the terminfo entry, or the reason why there can be no screen.
  private static func check(
    _ environment: TerminalEnvironment, options: TerminalOptions, input: CInt, output: CInt
  ) throws(TerminalError) -> TerminfoEntry {
    guard isatty(input) == 1 else { throw .notATerminal("standard input") }
    guard isatty(output) == 1 else { throw .notATerminal("standard output") }
    guard !environment.term.isEmpty, environment.term != "dumb" else { throw .dumb(environment.term) }
    for name in environment.entryNames(options: options) {
      guard let entry = TerminfoEntry.find(name, output: output) else { continue }
      guard entry.placesCursor else { throw .incapable(name) }
      return entry
    }
    throw .unknown(environment.term)
  }

  /// Starts to hear of input and signals; `false` where the system has no room for that.
  private func start() -> Bool {
    process?.start { [weak self] signal in self?.handle(signal: signal) }
    // The window may have changed while nobody was told.
    followSize()
    send(extrasOn)
    let watch = cn_watch(input)
    guard watch >= 0 else { return false }
    let source = DispatchSource.makeReadSource(fileDescriptor: watch, queue: .main)
    // The source is on the main queue, which is the main actor's.
    source.setEventHandler { @Sendable [weak self] in
      MainActor.assumeIsolated { self?.drainInput() }
    }
    source.setCancelHandler { @Sendable in _ = Glibc.close(watch) }
    source.activate()
    inputSource = source
    return true
  }

  // MARK: Terminal

  /// Sets who hears of keys, mouse and signals.
  public func setInputHandler(_ handler: (@MainActor (InputEvent) -> Void)?) {
    self.handler = handler
  }

  /// Shows a grid, sending only what differs from the one before.
  public func present(_ grid: Grid) {
    guard isOpen else { return }
    cn_crash_cover_thread()
    shown = grid
    screen.present(grid)
  }

  /// Rings the bell.
  public func ring() {
    send(ControlSequences.bell)
  }

  /// Sets the window's title where the terminal has one.
  public func setTitle(_ title: String) {
    if speaksXterm { send(ControlSequences.title(title)) }
  }

  /// Puts text in the clipboard where the terminal allows it.
  public func copy(_ text: String) {
    if speaksXterm { send(ControlSequences.copy(text, insideTmux: !environment.tmux.isEmpty)) }
  }

  /// Sends everything again with the next grid.
  public func redraw() {
    screen.invalidate()
  }

  /// Gives the terminal back as it was found. Calling it again does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    inputSource?.cancel()
    inputSource = nil
    handler = nil
    leaveScreen()
    screen.close()
    process?.release()
  }

  // MARK: Taking and giving back

  /// Gives the terminal back: main screen, its own settings, standard error.
  func leaveScreen() {
    // Without this a process in the background would be stopped for touching the terminal.
    let background = signal(SIGTTOU, SIG_IGN)
    writeAll(NcursesSession.extrasOff(speaksXterm: speaksXterm).utf8, to: output)
    screen.leave()
    var settings = settings
    tcsetattr(input, TCSANOW, &settings)
    signal(SIGTTOU, background)
    process?.releaseOutput()
  }

  /// Takes the terminal again, at the size it has now, and shows what was on it.
  func enterScreen() {
    process?.holdOutput()
    followSize()
    screen.invalidate()
    screen.present(shown ?? Grid(size: size))
    send(extrasOn)
  }

  private var extrasOn: String {
    guard speaksXterm else { return "" }
    return ControlSequences.pasteMarksOn + (capabilities.mouse ? ControlSequences.mouseOn : "")
  }

  private static func extrasOff(speaksXterm: Bool) -> String {
    speaksXterm ? ControlSequences.mouseOff + ControlSequences.pasteMarksOff : ""
  }

  private func send(_ sequence: String) {
    guard isOpen, !sequence.isEmpty else { return }
    writeAll(sequence.utf8, to: output)
  }

  private static var localeIsUnicode: Bool {
    TerminalCapabilities.isUnicode(codeset: String(cString: cn_codeset()))
  }

  // MARK: Input

  private func drainInput() {
    guard isOpen else { return }
    cn_crash_cover_thread()
    let batch = screen.readInput()
    guard !batch.isEmpty || !isHungUp else {
      // A terminal that is gone stays readable for ever: without its source there is nothing to spin on.
      inputSource?.cancel()
      inputSource = nil
      process?.hungUp()
      deliver(.hangUp)
      return
    }
    for event in decoder.decode(batch) { deliver(event) }
  }

  /// Whether the terminal is gone, asked after a read that found nothing: it reports a hang-up, or keeps claiming
  /// to have something that cannot be read.
  private var isHungUp: Bool {
    var state = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    guard poll(&state, 1, 0) > 0 else { return false }
    let gone = Int16(POLLHUP | POLLERR | POLLNVAL)
    guard state.revents & gone == 0 else { return true }
    var waiting: CInt = 0
    return ioctl(input, UInt(FIONREAD), &waiting) != 0 || waiting == 0
  }
}
