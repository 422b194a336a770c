import SeededRandom
import TerminalCells
import Testing

@testable import ScreenWire

/// Damaged messages come in portions: the testing library keeps where an error was thrown until its test case ends.
@Suite("Whatever comes over the wire")
struct WireFuzzTests {
  private static let portions = 0..<100
  private static let portion = 1_000

  /// Changes a few bytes, drops some, repeats some, cuts the end.
  private static func mutate(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = .random(in: 0...255, using: &random)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      case 2: bytes.remove(at: place)
      case 3: bytes.insert(contentsOf: bytes[place...].prefix(Int.random(in: 1...9, using: &random)), at: place)
      default: bytes.removeLast(min(bytes.count, Int.random(in: 1...40, using: &random)))
      }
    }
    return bytes
  }

  @Test("100,000 damaged messages of viewers are understood or refused, and nothing else happens", arguments: portions)
  func viewers(portion: Int) {
    var random = SeededGenerator(seed: UInt64(portion) &+ 1000)
    var (understood, refused) = (0, 0)
    let sound = WireSamples.viewerMessages.map(\.payload)
    for round in 0..<Self.portion {
      let bytes = Self.mutate(sound[round % sound.count], using: &random)
      guard let message = try? ViewerMessage(bytes[...]) else {
        refused += 1
        continue
      }
      understood += 1
      // Whatever was understood is as any other: it can be said again, and its letters can be shown.
      if (try? ViewerMessage(message.payload[...])) != message { Issue.record("cannot be said again: \(message)") }
      if case .input(.key(let press)) = message, case .character(let letter) = press.key {
        if String(letter).sanitised != String(letter) { Issue.record("cannot be shown: \(letter.unicodeScalars)") }
      }
    }
    #expect(understood > 10 && refused > 10, "\(understood) \(refused)")
  }

  @Test(
    "100,000 damaged messages to viewers draw within the picture or are refused, and nothing else happens",
    arguments: portions)
  func hosts(portion: Int) {
    var random = SeededGenerator(seed: UInt64(portion) &+ 2000)
    var (understood, refused) = (0, 0)
    let sound = WireSamples.hostMessages.map(\.payload)
    var grid: Grid? = WireSamples.grid(seed: 1)
    for round in 0..<Self.portion {
      let bytes = Self.mutate(sound[round % sound.count], using: &random)
      guard let message = try? HostMessage(bytes[...]) else {
        refused += 1
        continue
      }
      understood += 1
      if case .picture(let update) = message {
        // Large pictures take long to draw and prove no more, and of the others every tenth does.
        guard update.size.columns * update.size.rows < 5_000, understood.isMultiple(of: 5) else { continue }
        grid = update.applied(to: grid)
        if grid?.size != update.size { Issue.record("drawn at another size: \(update.size)") }
      }
      if case .title(let text) = message, text != text.sanitised { Issue.record("a title with signs: \(text)") }
    }
    #expect(understood > 10 && refused > 10, "\(understood) \(refused)")
  }

  @Test("streams of chance end in a refusal or wait for more, in bounded memory")
  func streams() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      var reader = MessageReader(limit: WireLimit.viewerMessage)
      reader.feed((0..<Int.random(in: 0...200, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
      while let message = try? reader.next() { _ = try? ViewerMessage(message) }
      #expect(reader.pendingCount <= 200)
    }
  }
}
