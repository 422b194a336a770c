import FoundationEssentials
import Glibc

/// Who is at the other end of a socket, as the kernel tells it.
public struct SocketPeer: Hashable, Sendable {
  /// The process that connected or listened.
  public let process: pid_t
  /// Its user.
  public let user: uid_t

  /// The peer of a connected socket; nil where the kernel does not say.
  init?(of descriptor: CInt) {
    // The kernel's `struct ucred`: process, user, group.
    var credentials: (pid_t, uid_t, gid_t) = (0, 0, 0)
    var length = socklen_t(MemoryLayout.size(ofValue: credentials))
    let status = withUnsafeMutableBytes(of: &credentials) {
      getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, $0.baseAddress, &length)
    }
    guard status == 0 else { return nil }
    process = credentials.0
    user = credentials.1
  }

  /// `process 1234 (hedgetop run -c hedge.toml)`.
  public var words: String { Self.words(ofProcess: process) }

  /// A process by its number and, where it can be read, its command line.
  static func words(ofProcess process: pid_t) -> String {
    let bytes = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
    let parts = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    guard let program = parts.first else { return "process \(process)" }
    let name = program.split(separator: "/").last.map(String.init) ?? program
    let command = ([name] + parts.dropFirst()).joined(separator: " ").filter { !$0.isNewline }
    return "process \(process) (\(command.prefix(120)))"
  }
}
