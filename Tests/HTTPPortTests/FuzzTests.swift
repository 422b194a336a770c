import NIOCore
import NIOEmbedded
import SeededRandom
import Testing

@testable import HTTPPort

/// Requests that are none: whatever comes, nothing but an answer or an end comes of it.
@Suite struct FuzzTests {
  private static let seeds = [
    TestPort.request(), TestPort.request("/none?a=b#c", method: "HEAD"),
    TestPort.request("/page", "Authorization: Bearer correct-horse-battery", "Accept-Encoding: gzip"),
    "POST /page HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
    "GET /page HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
    TestPort.request("/page", "Connection: Upgrade", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"),
  ].map { Array($0.utf8) }

  private func mutated(_ numbers: inout SeededGenerator) -> [UInt8] {
    var bytes = Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &numbers)]
    for _ in 0..<Int.random(in: 1...6, using: &numbers) {
      let place = Int.random(in: 0..<max(1, bytes.count), using: &numbers)
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0 where !bytes.isEmpty: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
      case 1 where !bytes.isEmpty: bytes.remove(at: place)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &numbers), at: place)
      case 3: bytes.insert(contentsOf: bytes.prefix(place), at: min(place, bytes.count))
      case 4: bytes.removeLast(bytes.count - place)
      default: bytes += Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &numbers)]
      }
    }
    return bytes
  }

  /// In portions: the testing library keeps where an error was thrown until its test case ends.
  @Test(
    "a hundred thousand changed requests, in pieces or not, crash nothing and are answered by statuses of ours",
    arguments: 0..<100)
  func requests(portion: UInt64) throws {
    var numbers = SeededGenerator(seed: 9464 &+ portion)
    let statuses: Set = ["200", "400", "401", "404", "405", "413", "414", "421", "431", "505"]
    var seen: [String: Int] = [:]
    var port: EmbeddedPort?
    for _ in 0..<1000 {
      // A connection is used again until it ends: what one request leaves behind is part of the next.
      let isOpen = port?.channel.isActive ?? false
      let current =
        try isOpen ? port : EmbeddedPort(token: Bool.random(using: &numbers) ? nil : "correct-horse-battery")
      port = current
      let bytes = mutated(&numbers)
      let cut = Int.random(in: 0...bytes.count, using: &numbers)
      let text = (current?.receive(bytes[..<cut]) ?? "") + (current?.receive(bytes[cut...]) ?? "")
      for line in text.utf8.split(separator: 0x0A) where line.starts(with: "HTTP/1.1 ".utf8) {
        seen[String(Substring(line.dropFirst(9).prefix(3))), default: 0] += 1
      }
    }
    #expect(Set(seen.keys).isSubset(of: statuses), "\(seen)")
    #expect((seen["200"] ?? 0) > 10 && (seen["400"] ?? 0) > 10, "\(seen)")
  }

  @Test("a thousand requests in one piece are answered without a call within a call")
  func manyAtOnce() throws {
    let port = try EmbeddedPort()
    let text = port.receive(Array(String(repeating: TestPort.request(), count: 1000).utf8))
    #expect(text.matches(of: /HTTP\/1\.1 200/).count == 1000)
  }

  @Test("an upgrade to another protocol is not taken up: the page is sent and the connection ends")
  func upgrade() throws {
    let port = try EmbeddedPort()
    let text = port.receive(Self.seeds[5] + Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8))
    #expect(text.hasPrefix("HTTP/1.1 200 OK") && text.contains("Connection: close"))
    #expect(!port.channel.isActive)
  }
}
