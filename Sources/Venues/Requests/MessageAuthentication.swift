import Crypto
import FoundationEssentials

/// Keyed digests that venues ask for, over texts.
enum MessageAuthentication {
  /// HMAC-SHA256 (RFC 2104, FIPS 180-4) of `text` with `secret`, both as UTF-8.
  static func sha256(_ text: String, secret: String) -> [UInt8] {
    let key = SymmetricKey(data: Array(secret.utf8))
    return Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
  }

  /// `bytes` in lower-case hexadecimal digits.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// `bytes` in base64 (RFC 4648).
  static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
