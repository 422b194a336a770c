/// The file a portfolio's journal is kept in.
enum JournalFileName {
  /// Longest name that is written out; file systems allow 255 bytes, and SQLite and the maker add suffixes.
  static let longest = 180

  /// A file name for the portfolio called `name`: its ASCII letters, digits, `-` and `_` as they are, every other byte
  /// as `%` and two hexadecimal digits, then `.sqlite`.
  ///
  /// Different names give different files, none of them hidden, outside the folder or with control characters in it.
  /// Names longer than ``longest`` are cut and end in a hash; the file itself says whose it is, so that two names
  /// with one hash are found out when the second is opened.
  static func name(forPortfolio name: String) -> String {
    let escaped = name.utf8.map(escape).joined()
    if escaped.isEmpty { return "%.sqlite" }
    if escaped.utf8.count <= longest { return escaped + ".sqlite" }
    return "\(escaped.prefix(longest - 18))%~\(hash(name)).sqlite"
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      String(Unicode.Scalar(byte))
    default: "%" + hexadecimal(UInt64(byte), digits: 2)
    }
  }

  /// FNV-1a, 64 bits: short and the same on every machine, which Swift's own hash is not.
  private static func hash(_ text: String) -> String {
    let value = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    return hexadecimal(value, digits: 16)
  }

  private static func hexadecimal(_ value: UInt64, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: digits - text.count) + text
  }
}
