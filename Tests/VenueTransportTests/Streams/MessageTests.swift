import Testing
import VenueTestServer
import VenueTransport
import Venues

/// What goes to and fro on an open connection.
@Suite struct MessageTests {
  @Test(
    "a message arrives whole, however it was cut",
    arguments: [
      [SessionStep.text("hello")], [.binary(Array("hello".utf8))], [.fragments(["he", "ll", "o"])],
      [.fragments(["", "hello", ""])], [.fragments(["h", "e", "l", "l", "o"])],
    ])
  func whole(_ steps: [SessionStep]) async throws {
    let server = try await VenueTestServer()
    server.play("/ws", steps)
    let witness = Witness()
    let connection = try Network.make().open(server.streamURL("/ws"), observer: witness)
    let seen = try await witness.wait { !$0.messages.isEmpty }
    #expect(seen.texts == ["hello"])
    connection.close()
    await server.stop()
  }

  @Test("a large message arrives whole", arguments: [0, 1, 125, 126, 65_535, 65_536, 177_377, 2_000_000])
  func large(_ count: Int) async throws {
    let server = try await VenueTestServer(.right)
    server.play("/ws", [.text(bytes: count), .text("after")])
    let witness = Witness()
    let connection = try Network.make().open(server.streamURL("/ws"), observer: witness)
    let seen = try await witness.wait { $0.messages.count == 2 }
    #expect(seen.messages.first?.count == count)
    #expect(seen.texts.last == "after")
    connection.close()
    await server.stop()
  }

  @Test("a ping between fragments is answered and does not tear the message")
  func pingBetweenFragments() async throws {
    let server = try await VenueTestServer()
    // "he", a ping, "llo", as bytes: the script sends fragments without anything between.
    let bytes: [UInt8] = [0x01, 2] + Array("he".utf8) + [0x89, 1, 7] + [0x80, 3] + Array("llo".utf8)
    server.play("/ws", [.bytes(bytes), .awaitPong])
    let witness = Witness()
    let connection = try Network.make().open(server.streamURL("/ws"), observer: witness)
    let seen = try await witness.wait { !$0.messages.isEmpty }
    #expect(seen.texts == ["hello"])
    try await eventually { server.sessions.first?.pongs == [[7]] }
    connection.close()
    await server.stop()
  }

  @Test("messages arrive in the order they were sent, the first right after the upgrade")
  func order() async throws {
    let server = try await VenueTestServer(.right)
    let texts = (0..<2_000).map { "message \($0)" }
    server.play("/ws", [.recording(texts.map { RecordedFrame($0) }, .unlimited)])
    let witness = Witness()
    let connection = try Network.make().open(server.streamURL("/ws"), observer: witness)
    let seen = try await witness.wait { $0.messages.count == texts.count }
    #expect(seen.texts == texts)
    #expect(!seen.isOutOfOrder)
    connection.close()
    await server.stop()
  }

  @Test("what is sent when it opens arrives in order, each frame masked with a key of its own")
  func sending() async throws {
    let server = try await VenueTestServer()
    server.play("/ws", [.awaitText("19"), .text("heard")])
    let witness = Witness { connection in
      for number in 0..<20 { connection.send("ünïcode \(number)") }
    }
    let connection = try Network.make().open(server.streamURL("/ws?listen=1"), observer: witness)
    _ = try await witness.wait { $0.texts == ["heard"] }
    let record = try #require(server.sessions.first)
    #expect(record.texts == (0..<20).map { "ünïcode \($0)" })
    #expect(record.unmaskedFrames == 0)
    #expect(Set(record.maskingKeys).count == record.frames)
    #expect(record.request.target == "/ws?listen=1")
    #expect(record.request.header("Host") == "127.0.0.1:\(server.port)")
    #expect(record.request.header("User-Agent") == "hedgetop")
    connection.close()
    await server.stop()
  }

  @Test("a ping is answered with its own payload", arguments: [[], [1, 2, 3], [UInt8](repeating: 9, count: 125)])
  func pong(_ payload: [UInt8]) async throws {
    let server = try await VenueTestServer(.right)
    server.play("/ws", [.ping(payload), .awaitPong, .text("answered")])
    let witness = Witness()
    let connection = try Network.make().open(server.streamURL("/ws"), observer: witness)
    let seen = try await witness.wait { $0.texts == ["answered"] }
    #expect(server.sessions.first?.pongs == [payload])
    #expect(seen.heartbeats == 1)
    connection.close()
    await server.stop()
  }

  @Test("our ping is sent and its pong is told")
  func ping() async throws {
    let server = try await VenueTestServer()
    server.play("/ws", [.awaitPing, .text("pinged")])
    let witness = Witness { $0.ping() }
    let connection = try Network.make().open(server.streamURL("/ws"), observer: witness)
    _ = try await witness.wait { $0.heartbeats == 1 && $0.texts == ["pinged"] }
    connection.close()
    await server.stop()
  }

  @Test("a silent server that still answers pings is not closed")
  func silence() async throws {
    let server = try await VenueTestServer()
    server.play("/ws", [.silence])
    let witness = Witness { connection in
      for _ in 0..<3 { connection.ping() }
    }
    let connection = try Network.make().open(server.streamURL("/ws"), observer: witness)
    let seen = try await witness.wait { $0.heartbeats == 3 }
    #expect(seen.closures.isEmpty)
    connection.close()
    await server.stop()
  }
}
