import Foundation
import Testing
import VenueTestServer
import VenueTransport
import Venues

/// Recorded sessions, played to a client.
@Suite struct PlaybackTests {
  private static let folder: URL = {
    var package = URL(filePath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appending(path: "shared/data/venues")
  }()

  private static let recordings: [String] = {
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".session.json") }.sorted()
  }()

  @Test("every recorded session is played to the letter", .enabled(if: !recordings.isEmpty, "no recordings beside us"))
  func recorded() async throws {
    for recording in Self.recordings {
      let frames = try RecordedFrame.load(Self.folder.appending(path: recording).path)
      let server = try await VenueTestServer(.right)
      server.play("/ws", [.recording(frames, .unlimited), .close(code: 1000)])
      let witness = Witness()
      _ = try Network.make().open(server.streamURL("/ws"), observer: witness)
      #expect(try await witness.end() == .byVenue(code: 1000, reason: ""), "\(recording)")
      #expect(witness.seen.texts == frames.map(\.text), "\(recording)")
      await server.stop()
    }
  }

  @Test("only what the venue sent is played, from its first message on; without times all at once")
  func loading() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "hedgetop-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(
      """
      [{"t": 10.5, "dir": "connect", "text": "wss://x"}, {"t": 11, "dir": "recv", "text": "a"},
       {"t": 11.5, "dir": "send", "text": "b"}, {"t": 13.25, "dir": "recv", "text": "c"},
       {"t": null, "dir": "recv", "text": "d"}]
      """.utf8
    ).write(to: file)
    let frames = try RecordedFrame.load(file.path)
    #expect(frames.map(\.text) == ["a", "c", "d"])
    #expect(frames.map(\.time) == [0, 2.25, 0])
  }

  @Test("a recording is played as often and as slowly as is asked for")
  func pace() async throws {
    let server = try await VenueTestServer()
    let frames = [RecordedFrame(at: 0, "a"), RecordedFrame(at: 3, "b"), RecordedFrame(at: 6, "c")]
    server.play("/fast", [.recording(frames, .times(100), rounds: 2), .text("end")])
    server.play("/even", [.recording(frames, .every(.milliseconds(20)), rounds: 2), .text("end")])
    for path in ["/fast", "/even"] {
      let clock = ContinuousClock()
      let start = clock.now
      let witness = Witness()
      let connection = try Network.make().open(server.streamURL(path), observer: witness)
      let seen = try await witness.wait { $0.messages.count == 7 }
      #expect(seen.texts == ["a", "b", "c", "a", "b", "c", "end"])
      // Twice 60 ms, and six times 20 ms: never faster.
      #expect(clock.now - start >= .milliseconds(119))
      connection.close()
    }
    await server.stop()
  }

  @Test("a recording waits for a client that does not read as fast, and loses nothing")
  func volume() async throws {
    let server = try await VenueTestServer()
    let text = String(repeating: "x", count: 1_000)
    server.play("/ws", [.recording([RecordedFrame(text)], .unlimited, rounds: 20_000), .text("end")])
    let witness = Witness()
    let connection = try Network.make().open(server.streamURL("/ws"), observer: witness)
    let seen = try await witness.wait { $0.messages.last?.count == 3 }
    #expect(seen.messages.count == 20_001)
    connection.close()
    await server.stop()
  }

  @Test("steps can be added while a session runs, and each connection takes the next script")
  func steering() async throws {
    let server = try await VenueTestServer()
    server.play("/ws", [.text("first")], [.text("second")])
    for expected in ["first", "second", "second"] {
      let witness = Witness()
      let connection = try Network.make().open(server.streamURL("/ws"), observer: witness)
      _ = try await witness.wait { $0.texts == [expected] }
      try await eventually { server.sessions.last?.isPlayed == true }
      server.perform([.text("more"), .close(code: 1012)], at: "/ws")
      #expect(try await witness.end() == .byVenue(code: 1012, reason: ""))
      #expect(witness.seen.texts == [expected, "more"])
      connection.close()
    }
    server.dropConnections()
    try await eventually { server.connectionCount == 0 }
    await server.stop()
  }
}
