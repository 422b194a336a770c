import Crypto

/// Proves to a receiver that a post is ours and of now: HMAC-SHA256 (RFC 2104) over `<seconds since 1970>.<body>`, in
/// lower-case hexadecimal digits after `v1=`.
enum WebhookSignature {
  /// Holds the seconds since 1970 that are signed.
  static let timeHeader = "X-Hedgetop-Timestamp"
  /// Holds the signature.
  static let header = "X-Hedgetop-Signature"

  static func of(_ body: [UInt8], at seconds: Int64, secret: SecretText) -> String {
    let key = SymmetricKey(data: Array(secret.text.utf8))
    let code = HMAC<SHA256>.authenticationCode(for: Array("\(seconds).".utf8) + body, using: key)
    let digits = Array("0123456789abcdef".utf8)
    return "v1=" + String(decoding: code.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
