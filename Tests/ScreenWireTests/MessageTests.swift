import TerminalCells
import Testing

@testable import ScreenWire

@Suite("Messages of screens and their viewers")
struct MessageTests {
  @Test("what a viewer says arrives as it was said", arguments: WireSamples.viewerMessages)
  func viewer(message: ViewerMessage) throws {
    #expect(try ViewerMessage(message.payload[...]) == message)
  }

  @Test("what a viewer is told arrives as it was told", arguments: WireSamples.hostMessages)
  func host(message: HostMessage) throws {
    #expect(try HostMessage(message.payload[...]) == message)
  }

  @Test("a stream cut anywhere gives the same messages, and none before it is whole")
  func stream() throws {
    let bytes = WireSamples.hostMessages.flatMap(\.encoded)
    for portion in [1, 2, 3, 7, 1000, bytes.count] {
      var reader = MessageReader(limit: WireLimit.hostMessage)
      var found: [HostMessage] = []
      for start in stride(from: 0, to: bytes.count, by: portion) {
        reader.feed(bytes[start..<min(start + portion, bytes.count)])
        while let message = try reader.next() { found.append(try HostMessage(message)) }
      }
      #expect(found == WireSamples.hostMessages && reader.pendingCount == 0)
    }
  }

  @Test("a message without bytes, or longer than may be, is refused by its length")
  func lengths() {
    for length in [[0, 0, 0, 0], [0, 1, 0, 1], [255, 255, 255, 255]] as [[UInt8]] {
      var reader = MessageReader(limit: WireLimit.viewerMessage)
      reader.feed(length)
      #expect(throws: WireError.self) { try reader.next() }
    }
  }

  @Test("the longest message of a viewer is a paste, and it fits")
  func longest() {
    let paste = ViewerMessage.input(.paste(String(repeating: "世", count: 200_000)))
    #expect(paste.payload.count <= WireLimit.viewerMessage)
  }

  @Test("what is typed elsewhere is as clean as what is typed here")
  func clean() throws {
    guard
      case .input(.paste(let text)) = try ViewerMessage(ViewerMessage.input(.paste("a\u{1B}[2Jb\u{7}")).payload[...])
    else {
      Issue.record("no paste")
      return
    }
    #expect(text == "a[2Jb")
    for character in ["\u{1B}", "\u{7}", "\n", "ab", "", "\u{301}"] {
      var writer = ByteWriter()
      writer.write(UInt8(2))
      writer.write(UInt8(1))
      writer.write(UInt8(0))
      writer.write(UInt8(0))
      writer.write(character)
      #expect(throws: WireError.self, "\(character.debugDescription)") { try ViewerMessage(writer.bytes[...]) }
    }
  }

  @Test("a hello of another version says which, whatever follows in it; a stranger's is refused")
  func versions() throws {
    var hello = WireSamples.hello
    hello.version = 9
    var payload = ViewerMessage.hello(hello).payload
    payload += [1, 2, 3]
    guard case .hello(let found) = try ViewerMessage(payload[...]) else {
      Issue.record("no hello")
      return
    }
    #expect(found.version == 9 && found.program == hello.program)
    payload[1] = 0
    #expect(throws: WireError.self) { try ViewerMessage(payload[...]) }
  }
}
