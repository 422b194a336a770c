import NIOCore
import NIOEmbedded
import Testing

@testable import HTTPPort

/// The parts of a port by themselves.
@Suite struct PartTests {
  @Test(
    "an instant is written as HTTP wants it",
    arguments: [(784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT")])
  func date(seconds: Int, text: String) {
    #expect(HTTPDate.text(seconds) == text)
  }

  @Test("a token never describes itself")
  func description() {
    let token = BearerToken("correct-horse-battery")
    var dumped = ""
    dump(token, to: &dumped)
    for text in ["\(token)", String(reflecting: token), dumped] { #expect(!text.contains("horse")) }
  }

  @Test(
    "only the whole token is the token",
    arguments: [
      ("Bearer secret", true), ("BEARER secret", true), ("Bearer secre", false), ("Bearer secrett", false),
      ("Bearer secretsecret", false), ("Bearer  secret", false), ("Bearer", false), ("", false),
      ("Bearer Secret", false),
    ])
  func token(authorization: String, isRight: Bool) {
    #expect(BearerToken("secret").admits(authorization) == isRight)
  }

  @Test("an empty token is shown by nobody")
  func emptyToken() {
    #expect(!BearerToken("").admits("Bearer ") && !BearerToken("").admits(nil))
  }

  @Test("the connection that was used longest ago makes room; one that is being answered stays")
  func roster() throws {
    let roster = ConnectionRoster(limit: 2)
    let channels = try (0..<4).map { _ in
      let channel = EmbeddedChannel()
      try channel.connect(to: .init(ipAddress: "127.0.0.1", port: 1)).wait()
      return channel
    }
    defer { for channel in channels { _ = try? channel.finish(acceptAlreadyClosed: true) } }
    func open() -> [Bool] { channels.map { $0.isActive } }
    roster.add(channels[0])
    roster.add(channels[1])
    roster.note(channels[0], isAnswering: true)
    roster.add(channels[2])
    #expect(open() == [true, false, true, true])
    #expect(roster.count == 2)
    roster.note(channels[2], isAnswering: true)
    roster.add(channels[3])
    #expect(open() == [true, false, true, false])
    #expect(roster.count == 2)
    roster.note(channels[0], isAnswering: false)
    roster.remove(channels[2])
    #expect(roster.count == 1)
  }
}
