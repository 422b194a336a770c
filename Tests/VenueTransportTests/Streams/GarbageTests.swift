import SeededRandom
import Testing
import VenueTestServer
import VenueTransport
import Venues

/// What no server should send.
@Suite struct GarbageTests {
  @Test("random bytes crash nothing and are no message of ours after the end", arguments: UInt64(0)..<20)
  func random(_ seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<10_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let server = try await VenueTestServer()
    server.play("/ws", [.text("one"), .bytes(bytes), .drop])
    let witness = Witness()
    _ = try Network.make().open(server.streamURL("/ws"), observer: witness)
    _ = try await witness.end()
    #expect(witness.seen.texts.first == "one")
    #expect(!witness.seen.isOutOfOrder)
    try await eventually { server.connectionCount == 0 }
    #expect(witness.seen.closures.count == 1)
    await server.stop()
  }

  @Test(
    "a frame against the rules ends the connection with the code for it",
    arguments: [
      ("reserved bits", [0xC1, 1, 65], 1002), ("reserved opcode", [0x83, 0], 1002),
      ("masked", [0x81, 0x81, 1, 2, 3, 4, 65], 1002), ("fragmented ping", [0x09, 0], 1002),
      ("ping of 200 bytes", [0x89, 126, 0, 200], 1002), ("continuation of nothing", [0x80, 1, 65], 1002),
      ("a message in a message", [0x01, 1, 65, 0x81, 1, 66], 1002),
      ("17 MiB", [0x82, 127, 0, 0, 0, 0, 1, 16, 0, 0], 1009),
      ("more than there is", [0x82, 127, 255, 255, 255, 255, 255, 255, 255, 255], 1009),
    ] as [(String, [UInt8], Int)])
  func againstTheRules(_ name: String, _ bytes: [UInt8], _ code: Int) async throws {
    let server = try await VenueTestServer()
    server.play("/ws", [.text("one"), .bytes(bytes)])
    let witness = Witness()
    _ = try Network.make().open(server.streamURL("/ws"), observer: witness)
    #expect(try await witness.end().kind == .broken, "\(name)")
    #expect(witness.seen.texts == ["one"], "\(name)")
    try await eventually { server.sessions.first?.closeCode == code }
    await server.stop()
  }

  @Test("fragments are not gathered beyond the limit", arguments: [1_000, 1_001])
  func limit(_ count: Int) async throws {
    let server = try await VenueTestServer()
    server.play("/ws", [.fragments(Array(repeating: "x", count: count))])
    let witness = Witness()
    let network = try Network.make { $0.message = 1_000 }
    let connection = network.open(server.streamURL("/ws"), observer: witness)
    if count > 1_000 {
      #expect(try await witness.end().description.contains("what came is not WebSocket"))
    } else {
      #expect(try await witness.wait { !$0.messages.isEmpty }.messages[0].count == count)
    }
    connection.close()
    await server.stop()
  }
}
