/// Reads numbers from text quickly and exactly.
enum NumberText {
  /// Powers of ten that a `Double` holds exactly and that a 15-digit number may be divided by without a second
  /// rounding (W. D. Clinger, "How to read floating point numbers accurately", PLDI 1990).
  private static let powers: [Double] = (0...22).reduce(into: []) { powers, _ in
    powers.append((powers.last ?? 0.1) * 10)
  }

  /// The double nearest to the decimal number in `bytes`; nil for anything else, for `nan` and for `inf`.
  static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var digits = 0
    var mantissa: Int64 = 0
    var decimals = -1
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        mantissa = mantissa &* 10 &+ Int64(byte &- UInt8(ascii: "0"))
        if digits > 0 || byte != UInt8(ascii: "0") { digits += 1 }
        if decimals >= 0 { decimals += 1 }
        if digits > 15 { return slow(bytes) }
      case UInt8(ascii: ".") where decimals < 0 && offset > 0: decimals = 0
      default: return slow(bytes)
      }
    }
    guard !bytes.isEmpty, decimals != 0, decimals <= 22 else { return slow(bytes) }
    return decimals > 0 ? Double(mantissa) / powers[decimals] : Double(mantissa)
  }

  /// Signs, exponents and long numbers. Refuses what `Double` reads beyond decimal numbers: hexadecimal, `nan`, `inf`.
  private static func slow(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let isDecimal = bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isDecimal, let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }
}
