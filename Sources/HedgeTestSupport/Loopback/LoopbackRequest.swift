import Glibc

/// A request to a server on this machine, answered whole or not at all.
public struct LoopbackRequest: Sendable {
  /// What was answered.
  public struct Answer: Sendable {
    /// The HTTP status.
    public let status: Int
    /// The lines of the head.
    public let head: String
    /// The body as text.
    public let body: String
  }

  /// The port on 127.0.0.1.
  public let port: Int
  /// How long is waited for a part of the answer.
  public var seconds = 10

  /// A request to the server at this port.
  public init(port: Int) {
    self.port = port
  }

  /// Asks for a page; nil when nobody answers, or not as HTTP does.
  ///
  /// - Parameter headers: further headers, each a line.
  public func get(_ target: String, _ headers: [String] = [], method: String = "GET") -> Answer? {
    let lines = ["\(method) \(target) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"] + headers
    guard let text = exchange(lines.joined(separator: "\r\n") + "\r\n\r\n") else { return nil }
    let characters = Array(text.utf8)
    let blank = Array("\r\n\r\n".utf8)
    let end = characters.indices.first { characters[$0...].starts(with: blank) }
    guard let end, let word = text.split(separator: " ").dropFirst().first, let status = Int(word) else { return nil }
    return Answer(
      status: status, head: String(decoding: characters[..<end], as: UTF8.self),
      body: String(decoding: characters[(end + 4)...], as: UTF8.self))
  }

  /// Sends bytes and reads until the server closes the connection.
  private func exchange(_ request: String) -> String? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    guard FreePort.with(port: port, { connect(descriptor, $0, $1) }) == 0 else { return nil }
    var bytes = Array(request.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return nil }
      bytes = bytes.dropFirst(count)
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count >= 0 else { return nil }
      guard count > 0 else { return String(decoding: answer, as: UTF8.self) }
      answer += buffer[..<count]
    }
  }
}
