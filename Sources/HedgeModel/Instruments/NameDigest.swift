/// What names of two parts hash to, worked out once when the name is made.
enum NameDigest {
  /// FNV-1a over both parts. Beyond ASCII equal strings may differ in their bytes (an accent composed or not), which
  /// the strings' own hash knows of.
  static func of(_ first: String, _ second: String) -> Int {
    guard let half = extend(0xCBF2_9CE4_8422_2325, first), let whole = extend(half, second) else {
      return [first, second].hashValue
    }
    return Int(truncatingIfNeeded: whole)
  }

  /// Nil beyond ASCII. The byte after a part, which no text has, keeps `ab` + `c` apart from `a` + `bc`.
  private static func extend(_ hash: UInt64, _ part: String) -> UInt64? {
    var hash = hash
    for byte in part.utf8 {
      guard byte < 0x80 else { return nil }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return (hash ^ 0xFF) &* 0x100_0000_01B3
  }
}
