/// Takes what is secret out of words that come from outside: a venue may repeat the key it refuses.
struct Redaction: Sendable, CustomStringConvertible, CustomReflectable {
  private static let longest = 300
  private let secrets: [String]

  init(_ credentials: VenueCredentials?) {
    // Shorter ones are no secrets, and would take letters out of every word.
    secrets = [credentials?.key, credentials?.secret, credentials?.passphrase].compactMap { $0 }
      .filter { $0.utf8.count >= 4 }.sorted { $0.utf8.count > $1.utf8.count }
  }

  /// The words without them, shortened.
  func clean(_ words: String) -> String {
    var cleaned = Array(words.utf8)
    for secret in secrets { cleaned = Self.replace(Array(secret.utf8), in: cleaned) }
    let text = String(decoding: cleaned, as: UTF8.self)
    return text.count > Self.longest ? text.prefix(Self.longest) + "…" : text
  }

  private static func replace(_ secret: [UInt8], in text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    while place < text.count {
      if text[place...].starts(with: secret) {
        result += Array("…".utf8)
        place += secret.count
      } else {
        result.append(text[place])
        place += 1
      }
    }
    return result
  }

  /// Not what it holds.
  var description: String { "redaction" }
  /// Nothing.
  var customMirror: Mirror { Mirror(self, children: [:]) }
}
