import Foundation
import Glibc

/// A manager of services that only listens: the socket a service tells how it fares.
final class NotifySocket {
  /// What `NOTIFY_SOCKET` is to hold.
  let name: String
  private let descriptor: CInt
  private(set) var messages: [String] = []

  /// Listens at a path in a folder, or at an abstract name.
  init(folder: String, isAbstract: Bool) throws {
    name = isAbstract ? "@hedgetop-test-\(UUID().uuidString)" : "\(folder)/notify"
    descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue) | CInt(SOCK_NONBLOCK.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var bytes = Array(name.utf8)
    if isAbstract { bytes[0] = 0 }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count + (isAbstract ? 0 : 1))
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
    }
    guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EINVAL) }
  }

  deinit { close(descriptor) }

  /// Reads what has come, and tells whether a message says so.
  func has(_ text: String) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 {
      messages.append(String(decoding: buffer[..<count], as: UTF8.self))
    }
    return messages.contains { $0.contains(text) }
  }

  /// The place of the first message that says so.
  func index(of text: String) -> Int? { messages.firstIndex { $0.contains(text) } }
}
