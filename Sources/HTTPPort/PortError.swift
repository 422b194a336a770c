import NIOCore

#if canImport(Glibc)
  import Glibc
#endif

/// Why a port cannot listen: the address, the reason, and what helps.
public struct PortError: Error, CustomStringConvertible, Sendable {
  /// Where it was to listen.
  public let address: PortAddress
  /// The reason and the remedy.
  public let reason: String

  /// `127.0.0.1:9464: is in use …`.
  public var description: String { "\(address): \(reason)" }

  /// The words for an error of the system.
  init(_ error: any Error, at address: PortAddress) {
    self.address = address
    reason =
      switch (error as? IOError)?.errnoCode {
      case EADDRINUSE: "is in use by another program, or by another hedgetop; choose another port, or end that one"
      case EACCES, EPERM: "may not be used by this user; choose a port from 1024 on"
      case EADDRNOTAVAIL: "is no address of this machine; choose one that it has, such as 127.0.0.1"
      case EMFILE, ENFILE: "cannot be opened: too many files are open"
      case EAFNOSUPPORT: "is of a sort this machine does not speak"
      case let code?: "cannot be listened at (system error \(code))"
      case nil: "cannot be listened at"
      }
  }
}
