/// What a service tells its manager, by the protocol of `sd_notify(3)`.
enum ManagerMessage: Hashable, Sendable {
  /// It is up, or has read its configuration again.
  case ready
  /// It reads its configuration again; with the instant, microseconds of the monotonic clock.
  case reloading(monotonicMicroseconds: UInt64)
  /// It ends.
  case stopping
  /// It is alive.
  case watchdog
  /// How it fares, one line.
  case status(String)

  /// The text of the datagram.
  var text: String {
    switch self {
    case .ready: "READY=1"
    case .reloading(let time): "RELOADING=1\nMONOTONIC_USEC=\(time)"
    case .stopping: "STOPPING=1"
    case .watchdog: "WATCHDOG=1"
    case .status(let words): "STATUS=\(words)"
    }
  }
}
