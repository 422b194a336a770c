import Glibc
import Synchronization

/// A program running in a session of its own, without a terminal, with its three standard streams as pipes to here.
///
/// Being alone in its session it cannot reach the screen, gets no Ctrl-C, and leads a process group that is ended
/// with it. Not thread-safe: belongs to the thread that reads it.
package struct ChildProcess: ~Copyable {
  /// How a program ended.
  package enum Ending: Hashable, Sendable {
    /// By itself, with this status.
    case exited(Int32)
    /// By this signal.
    case signalled(Int32)
  }

  /// The flag that starts a program in a session of its own; glibc shows its name only under `_GNU_SOURCE`.
  private static let ownSession: Int16 = 0x80
  /// One start at a time, so that no program inherits the pipe of another that is just being started.
  private static let starting = Mutex(())

  private let identifier: pid_t
  private var input: Int32
  /// Where what it writes is read, not blocking.
  package let output: Int32
  /// The same of its standard error.
  package let errors: Int32

  /// Starts `command`, found on the path, without a shell.
  ///
  /// - Throws: ``FeedError`` with the system's reason.
  package init(_ command: [String], in folder: String? = nil) throws(FeedError) {
    guard let program = command.first, !program.isEmpty else {
      throw FeedError(place: "command", message: "is empty; name the program to run")
    }
    let started = Self.starting.withLock { _ in Self.start(command, in: folder) }
    guard started.status == 0 else {
      throw FeedError(place: printable(program), message: "cannot be started: \(Self.reason(started.status))")
    }
    identifier = started.child
    input = started.pipes[0].write
    output = started.pipes[1].read
    errors = started.pipes[2].read
    for descriptor in [input, output, errors] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
  }

  deinit {
    if input >= 0 { close(input) }
    close(output)
    close(errors)
  }

  /// Makes the pipes and starts the program; on failure nothing is left open.
  private static func start(_ command: [String], in folder: String?) -> (status: Int32, child: pid_t, pipes: [Pipe]) {
    var pipes: [Pipe] = []
    for _ in 0..<3 {
      guard let pipe = Pipe() else {
        let reason = errno
        pipes.forEach { $0.close() }
        return (reason, 0, [])
      }
      pipes.append(pipe)
    }
    let (status, child) = spawn(command, in: folder, pipes[0].read, pipes[1].write, pipes[2].write)
    if status == 0 {
      close(pipes[0].read)
      close(pipes[1].write)
      close(pipes[2].write)
    } else {
      pipes.forEach { $0.close() }
    }
    return (status, child, pipes)
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  private static func spawn(
    _ command: [String], in folder: String?, _ input: Int32, _ output: Int32, _ errors: Int32
  ) -> (status: Int32, child: pid_t) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    if let folder, SpawnFolder.add(&actions, folder) != 0 {
      return (ENOENT, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The program starts with no signal blocked or ignored, whatever this one does with its own.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, ownSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments = command.map { strdup($0) } + [nil]
    var environment = Self.environment().map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var child = pid_t()
    let status = posix_spawnp(&child, command[0], &actions, &attributes, &arguments, &environment)
    return (status, child)
  }

  /// This program's environment without its own variables, which may hold secrets.
  private static func environment() -> [String] {
    var variables: [String] = []
    var next = environ
    while let text = next.pointee {
      let variable = String(cString: text)
      if !variable.hasPrefix("HEDGETOP_") { variables.append(variable) }
      next += 1
    }
    return variables
  }

  // MARK: Talking

  /// Writes to its standard input; false when the pipe does not take all of it at once. A program that has closed its
  /// input does not want to know.
  borrowing func write(_ bytes: [UInt8]) -> Bool { offer(bytes[...]) == bytes.count }

  /// Writes to its standard input as much as the pipe takes now, and tells how many bytes count as written: all of them
  /// when the program has closed its input.
  package borrowing func offer(_ bytes: ArraySlice<UInt8>) -> Int {
    // Writing to a program that has closed its input raises SIGPIPE, which would end this one: hold the signal back
    // in this thread and take it away.
    var pipeSignal = sigset_t()
    var before = sigset_t()
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
    let written = bytes.withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
    let isClosed = written < 0 && errno == EPIPE
    if isClosed {
      var none = timespec()
      _ = sigtimedwait(&pipeSignal, nil, &none)
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    return isClosed ? bytes.count : max(0, written)
  }

  /// Ends its standard input: it has been told everything. Nothing may be written after.
  package mutating func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  // MARK: Ending

  /// Sends a signal to the program and everything it started in its group.
  package borrowing func signal(_ signal: Int32) {
    kill(-identifier, signal)
  }

  /// Whether it has ended; it stays a zombie, so its number is not given to another.
  package borrowing func hasEnded() -> Bool {
    var information = siginfo_t()
    let status = waitid(P_PID, id_t(identifier), &information, WEXITED | WNOHANG | WNOWAIT)
    return status != 0 || information._sifields._sigchld.si_pid == identifier
  }

  /// Ends what is left of its group and tells how the program itself ended. Call after ``hasEnded()`` said so.
  package consuming func collect() -> Ending {
    kill(-identifier, SIGKILL)
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }
}
