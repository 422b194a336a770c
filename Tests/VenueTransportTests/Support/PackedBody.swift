import Foundation

/// Bodies packed by zlib.
enum PackedBody {
  /// What is in ``gzip`` and ``deflate``.
  static let text = String(repeating: #"{"serverTime":1621425600000}"#, count: 20)

  static let gzip = bytes(
    "H4sIAAAAAAACA6tWKk4tKkstCsnMTVWyMjQzMjQxMjUzAIHa6lG5UTk0OQCEazKwMAIAAA==")

  static let deflate = bytes(
    "eJyrVipOLSpLLQrJzE1VsjI0MzI0MTI1MwCB2upRuVE5NDkA3tGjDQ==")

  /// 200,000 times the digit 0, by gzip.
  static let zeroes = bytes(
    "H4sIAAAAAAACA+3BMQEAAADCoErrn84M/kABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAK8BlH0j"
      + "NkANAwA=")

  private static func bytes(_ text: String) -> [UInt8] { Data(base64Encoded: text).map(Array.init) ?? [] }
}
