import CPty
import Glibc
import TerminalCells

/// A program run in a pseudo-terminal, as a person would run it from a shell.
///
/// ```swift
/// let program = try PtyProcess("/usr/bin/htop", size: Size(columns: 80, rows: 24))
/// try await program.screen.wait(forText: "F10Quit")
/// try program.screen.press("q")
/// #expect(try await program.waitForExit() == .exited(0))
/// ```
///
/// The program leads the foreground process group of a session of its own; killed with this object.
public final class PtyProcess {
  /// How a program ended.
  public enum Ending: Hashable, Sendable {
    /// By itself, with this status.
    case exited(Int32)
    /// By a signal.
    case killed(signal: Int32)
    /// It could not be started.
    case failed(errno: Int32)
  }

  /// What a person sees and types.
  public let screen: PtyScreen
  /// The terminal's settings before the program could change them, to be found again when it has ended.
  public let initialSettings: TerminalSettings
  /// The program's process id, once it is started.
  public private(set) var processIdentifier: pid_t?
  /// Whether it is stopped and not continued yet.
  public private(set) var isStopped = false
  /// How it ended, once it has.
  public private(set) var ending: Ending?

  private let events: CInt
  private let supervisor: pid_t

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - arguments: what follows its name.
  ///   - environment: all of its environment but ``SanitizerOptions``; by default a UTF-8 `xterm-256color`, and
  ///     nothing else.
  ///   - size: the size of the window.
  ///   - passesHangUp: whether a shell would pass SIGHUP on when the window closes; without, the program only
  ///     notices that its terminal is gone.
  public init(
    _ path: String, arguments: [String] = [], environment: [String: String] = PtyProcess.environment, size: Size,
    passesHangUp: Bool = true
  ) throws {
    var process = cpty_process()
    let environment = SanitizerOptions.environment.merging(environment) { $1 }
    let status = withCStrings([path] + arguments) { arguments in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
        cpty_spawn(
          path, arguments, environment, CInt(size.columns), CInt(size.rows), passesHangUp ? 1 : 0, &process)
      }
    }
    guard status == 0 else { throw PtyError("\(path) could not be started (errno \(errno))") }
    screen = PtyScreen(master: process.master, size: size)
    initialSettings = TerminalSettings(process.settings)
    events = process.events
    supervisor = process.supervisor
  }

  deinit {
    readEvents()
    if ending == nil, let processIdentifier { kill(-processIdentifier, SIGKILL) }
    if ending == nil { kill(supervisor, SIGKILL) }
    waitpid(supervisor, nil, 0)
    close(events)
  }

  /// The environment programs get unless told otherwise.
  public static let environment = [
    "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin",
    "HOME": "/nonexistent",
    // The runtime's own report of a crash would wait for a key.
    "SWIFT_BACKTRACE": "enable=no",
  ]

  /// Sends the program a signal.
  public func signal(_ number: Int32) async throws {
    try await waitForStart()
    if let processIdentifier { kill(processIdentifier, number) }
  }

  /// Waits until the program has started.
  public func waitForStart() async throws {
    try await wait(for: "start") { processIdentifier != nil || ending != nil }
  }

  /// Waits until the program is stopped, as by Ctrl-Z.
  public func waitForStop() async throws {
    try await wait(for: "stop") { isStopped }
  }

  /// Waits until the program has ended, reading what it still has to say.
  public func waitForExit(within patience: Duration = PtyScreen.patience) async throws -> Ending {
    try await wait(for: "end", within: patience) {
      screen.readAvailable()
      return ending != nil
    }
    screen.readAvailable()
    return ending ?? .failed(errno: 0)
  }

  private func wait(
    for what: String, within patience: Duration = PtyScreen.patience, isolation: isolated (any Actor)? = #isolation,
    until condition: () -> Bool
  ) async throws {
    let met = try await waitUntil(within: patience) {
      readEvents()
      return condition()
    }
    guard met else {
      throw PtyError("waited \(patience) for the program's \(what); the screen is\n\(screen.framedScreen)")
    }
  }

  private func readEvents() {
    var event = cpty_event()
    while read(events, &event, MemoryLayout<cpty_event>.size) == MemoryLayout<cpty_event>.size {
      switch event.kind {
      case CPTY_STARTED: processIdentifier = event.value
      case CPTY_STOPPED: isStopped = true
      case CPTY_CONTINUED: isStopped = false
      case CPTY_FAILED: ending = .failed(errno: event.value)
      case CPTY_EXITED: ending = ending ?? .exited(event.value)
      case CPTY_KILLED: ending = .killed(signal: event.value)
      default: break
      }
    }
  }
}

/// Calls `body` with C strings and the null that ends them.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = strings.map { strdup($0) }
  defer { pointers.forEach { free($0) } }
  pointers.append(nil)
  return body(pointers)
}
