import Glibc
import HedgeModel

/// Runs the program once, from its start to its end, on a thread of its own.
struct ProcessRunner: Sendable {
  /// The longest line that is read.
  static let longestLine = 1 << 20
  /// How often to look whether a program has ended whose output something else keeps open.
  private static let lookEvery: Int32 = 500

  let core: ProcessCore
  let run: Int
  let configuration: ProcessConfiguration
  let wanted: [InstrumentID]
  let clock: any MarketClock
  let switchOff: ProcessSwitch

  /// Runs the program and reports until it has ended; blocks.
  func start() {
    defer { switchOff.confirm() }
    do {
      let child = try ChildProcess(configuration.command, in: configuration.folder)
      let reason = converse(child)
      core.finished(run, reason: reason)
    } catch {
      core.finished(run, reason: error.description)
    }
  }

  private func converse(_ child: consuming ChildProcess) -> String {
    var output = ProcessOutput(self)
    tell(child, Self.line("subscribe", wanted))
    tellDepth(child)
    let closed = read(child, into: &output)
    if closed { end(child) }
    output.read(from: child)
    output.finish()
    switch child.collect() {
    case _ where closed: return "the program closed its output" + output.lastWords
    case .exited(let status): return "the program exited with status \(status)" + output.lastWords
    case .signalled(let signal): return "the program was ended by signal \(signal)" + output.lastWords
    }
  }

  private func tell(_ child: borrowing ChildProcess, _ line: [UInt8]) {
    if !child.write(line) { core.deliver(run, [.warning("the program does not read what is wanted")]) }
  }

  private func tellDepth(_ child: borrowing ChildProcess) {
    if let instruments = core.untoldDepth(run) { tell(child, Self.line("depth", instruments)) }
  }

  private static func line(_ word: String, _ instruments: [InstrumentID]) -> [UInt8] {
    let symbols = instruments.map { "\"" + $0.symbol.utf8.map(Self.escaped).joined() + "\"" }
    return Array("{\"\(word)\":[\(symbols.joined(separator: ","))]}\n".utf8)
  }

  /// Symbols come from the user's configuration; only printable ASCII can be subscribed to.
  private static func escaped(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): "\\" + String(UnicodeScalar(byte))
    case 0x20...0x7E: String(UnicodeScalar(byte))
    default: "?"
    }
  }

  /// Reads until the program has ended or is to be ended; true when it must be told to, because the switch was turned
  /// or it closed its output and goes on.
  private func read(_ child: borrowing ChildProcess, into output: inout ProcessOutput) -> Bool {
    while true {
      var waits = [
        pollfd(fd: switchOff.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: output.errorsAreOpen ? child.errors : -1, events: Int16(POLLIN), revents: 0),
      ]
      poll(&waits, nfds_t(waits.count), Self.lookEvery)
      if waits[0].revents != 0 {
        if switchOff.isTurned() { return true }
        tellDepth(child)
      }
      output.read(from: child)
      if child.hasEnded() { return false }
      if !output.isOpen { return !hasEnded(child, within: .milliseconds(200)) }
    }
  }

  /// Asks the program to end, and makes it when it refuses.
  private func end(_ child: borrowing ChildProcess) {
    child.signal(SIGTERM)
    guard !hasEnded(child, within: configuration.grace) else { return }
    child.signal(SIGKILL)
    _ = hasEnded(child, within: .seconds(5))
  }

  private func hasEnded(_ child: borrowing ChildProcess, within limit: Duration) -> Bool {
    let deadline = ContinuousClock.now + limit
    while !child.hasEnded() {
      if ContinuousClock.now >= deadline { return false }
      poll(nil, 0, 5)
    }
    return true
  }
}
