@testable import Venues

/// Messages with some bytes changed, cut off or doubled, the same ones in each run.
struct ByteMutator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// `message` with one to four changes.
  mutating func mutate(_ message: [UInt8]) -> [UInt8] {
    var bytes = message
    for _ in 0...random(3) where !bytes.isEmpty {
      let place = random(bytes.count)
      switch random(5) {
      case 0: bytes[place] = UInt8(random(256))
      case 1: bytes[place] = Array("0123456789-.e\"".utf8)[random(14)]
      case 2: bytes.remove(at: place)
      case 3: bytes.insert(contentsOf: Array(bytes[place...].prefix(random(8))), at: place)
      default: if random(8) == 0 { bytes.removeLast(bytes.count - place) } else { bytes[place] = UInt8(ascii: "0") }
      }
    }
    return bytes
  }

  private mutating func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
