import FoundationEssentials

/// JSON on its way out. Every text goes through the encoder, so that none can end its quotes.
enum JSONText {
  /// The JSON text of a value in one line, keys in alphabetical order.
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// The bytes of ``of(_:)``.
  static func bytes(_ value: some Encodable) throws -> [UInt8] { Array(try of(value).utf8) }
}
