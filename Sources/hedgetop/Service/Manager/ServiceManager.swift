import Dispatch
import Glibc
import TerminalCells

/// The manager of services that has started this process, systemd or another that speaks `sd_notify(3)`; nobody, where
/// none has.
///
/// Messages are datagrams to the socket that `NOTIFY_SOCKET` names, a path or, after an `@`, an abstract name. One that
/// cannot be sent is lost: no manager stops a hedge from being watched.
@MainActor
final class ServiceManager {
  private let address: [UInt8]?
  private let watchdogInterval: Duration?
  private var descriptor: CInt = -1
  private var watchdog: (any DispatchSourceTimer)?
  private var status = ""

  /// The manager that the environment tells of.
  init(environment: [String: String], processIdentifier: pid_t = getpid()) {
    address = environment["NOTIFY_SOCKET"].flatMap(Self.address)
    watchdogInterval = Self.watchdogInterval(environment, processIdentifier)
    if address != nil { descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Whether there is one.
  var isPresent: Bool { descriptor >= 0 }

  /// Tells it something.
  func tell(_ message: ManagerMessage) {
    guard let address, descriptor >= 0 else { return }
    let text = Array(message.text.utf8)
    address.withUnsafeBytes { address in
      guard let place = address.bindMemory(to: sockaddr.self).baseAddress else { return }
      _ = sendto(
        descriptor, text, text.count, CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT), place,
        socklen_t(address.count))
    }
  }

  /// Tells how the service fares, when it has changed.
  func tell(status words: String) {
    let words = words.sanitised
    guard words != status else { return }
    status = words
    tell(.status(words))
  }

  /// Tells that the configuration is being read again.
  func tellReloading() {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    tell(.reloading(monotonicMicroseconds: UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1000))
  }

  /// Tells from the main queue that it is alive, three times as often as is asked for: a service that hangs does not.
  func startWatchdog() {
    guard isPresent, let watchdogInterval else { return }
    let timer = DispatchSource.makeTimerSource(queue: .main)
    let interval = max(1, Int(watchdogInterval / .milliseconds(3)))
    timer.schedule(deadline: .now(), repeating: .milliseconds(interval))
    timer.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.tell(.watchdog) }
    }
    timer.activate()
    watchdog = timer
  }

  /// Tells no more that it is alive.
  func stopWatchdog() {
    watchdog?.cancel()
    watchdog = nil
  }

  /// How often the manager wants to hear that the service is alive; nil when it does not, or means another process.
  nonisolated static func watchdogInterval(_ environment: [String: String], _ processIdentifier: pid_t) -> Duration? {
    guard let microseconds = environment["WATCHDOG_USEC"].flatMap(Int64.init), microseconds > 0 else { return nil }
    if let process = environment["WATCHDOG_PID"], pid_t(process) != processIdentifier { return nil }
    return .microseconds(microseconds)
  }

  /// The bytes of the socket's address: its family, then the name, a path ended by a zero or an abstract name after one.
  nonisolated static func address(of name: String) -> [UInt8]? {
    let bytes = Array(name.utf8)
    guard bytes.count >= 2, let first = bytes.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "@"),
      bytes.count < 108
    else { return nil }
    let family = withUnsafeBytes(of: sa_family_t(AF_UNIX)) { Array($0) }
    return family + (first == UInt8(ascii: "@") ? [0] + bytes.dropFirst() : bytes + [0])
  }
}
