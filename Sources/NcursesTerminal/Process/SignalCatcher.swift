import CNcurses
import Dispatch
import Glibc

/// Hears of signals on the main actor; one at a time in a process.
@MainActor
public final class SignalCatcher {
  private let source: any DispatchSourceRead
  private var isCatching = true

  /// Catches these signals until ``stop()``; `nil` where somebody else does already. Signals found ignored stay so.
  public init?(_ signals: [CInt], handler: @escaping @MainActor (CInt) -> Void) {
    let descriptor = cn_signals_start(signals, CInt(signals.count))
    guard descriptor >= 0 else { return nil }
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
    // The source is on the main queue, which is the main actor's.
    source.setEventHandler { @Sendable in
      MainActor.assumeIsolated {
        for signal in SignalCatcher.pending(in: descriptor) { handler(signal) }
      }
    }
    source.activate()
  }

  /// Hears no more of a signal, which stays ignored after ``stop()``.
  public func ignore(_ signal: CInt) {
    if isCatching { cn_signals_ignore(signal) }
  }

  /// Gives the signals back to what handled them before.
  public func stop() {
    guard isCatching else { return }
    isCatching = false
    // The pipe is closed after its source is gone, else the descriptor might be reused under it.
    source.setCancelHandler(handler: nil)
    source.cancel()
    cn_signals_stop()
  }

  /// The signals caught since, each once: a hundred changes of size need one answer.
  private static func pending(in descriptor: CInt) -> [CInt] {
    var found: [CInt] = []
    var buffer = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return found }
      for byte in buffer[..<count] where !found.contains(CInt(byte)) { found.append(CInt(byte)) }
    }
  }
}
