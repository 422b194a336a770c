import Foundation

/// How every `--json` output is written: snake_case keys in alphabetical order, numbers as numbers, so that two runs
/// over the same snapshot give the same bytes.
enum JSONOutput {
  /// The JSON text of a value, with a line break at the end.
  ///
  /// - Throws: when the value holds a number JSON cannot express; reports turn those into null before.
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
