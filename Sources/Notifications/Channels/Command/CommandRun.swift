import Dispatch
import Glibc
import HedgeModel
import MarketData

/// Runs a program once, without a shell, and ends it with all it started when it takes too long.
struct CommandRun {
  /// What a program may write before the rest is thrown away.
  private static let wordsLimit = 4096
  /// A queue of its own for the waiting, so that no thread others need is held up.
  private static let queue = DispatchQueue(label: "hedgetop.alert-command", attributes: .concurrent)

  /// The program, found on the path, and its arguments.
  let command: [String]
  /// What it reads from its standard input.
  let input: [UInt8]
  /// The longest it may take.
  let limit: Duration

  /// Runs it and tells how it ended.
  func outcome() async -> ChannelOutcome {
    await withCheckedContinuation { continuation in
      Self.queue.async { continuation.resume(returning: run()) }
    }
  }

  private func run() -> ChannelOutcome {
    do {
      var child = try ChildProcess(command)
      var words: [UInt8] = []
      let hasEnded = converse(with: &child, &words)
      let last = lastLine(words)
      switch (hasEnded, child.collect()) {
      case (false, _): return .failed("the program took longer than \(Int(limit.inSeconds)) s and was ended\(last)")
      case (true, .exited(0)): return .delivered("the program ended well")
      case (true, .exited(let status)): return .failed("the program exited with status \(status)\(last)")
      case (true, .signalled(let signal)): return .failed("the program was ended by signal \(signal)\(last)")
      }
    } catch {
      return .failed(PlainText.of("\(error)", limit: 200))
    }
  }

  /// Hands the input over, throws away what the program writes but for the end of its errors, and waits; false when the
  /// time was over first. The program is then killed with its group by whoever collects it.
  private func converse(with child: inout ChildProcess, _ words: inout [UInt8]) -> Bool {
    let deadline = ContinuousClock.now + limit
    var rest = input[...]
    while !child.hasEnded() {
      guard ContinuousClock.now < deadline else {
        child.signal(SIGKILL)
        return false
      }
      if !rest.isEmpty { rest = rest.dropFirst(child.offer(rest)) }
      if rest.isEmpty { child.closeInput() }
      drain(child, &words)
      var waits = [
        pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: child.errors, events: Int16(POLLIN), revents: 0),
      ]
      // What is closed is always readable: then only the end is waited for.
      if waits.withUnsafeMutableBufferPointer({ poll($0.baseAddress, 2, 10) }) > 0 { poll(nil, 0, 5) }
    }
    drain(child, &words)
    return true
  }

  private func drain(_ child: borrowing ChildProcess, _ words: inout [UInt8]) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    for _ in 0..<64 where read(child.output, &buffer, buffer.count) > 0 {}
    for _ in 0..<64 {
      let count = read(child.errors, &buffer, buffer.count)
      guard count > 0 else { return }
      words = (words + buffer[..<count]).suffix(Self.wordsLimit)
    }
  }

  private func lastLine(_ words: [UInt8]) -> String {
    let line = words.split(separator: UInt8(ascii: "\n")).last ?? []
    let text = PlainText.of(String(decoding: line, as: UTF8.self), limit: 120)
    return text.isEmpty ? "" : ": \(text)"
  }
}
