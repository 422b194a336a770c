import HedgeModel

/// Reads instants from text quickly: a file may hold a hundred thousand of them.
enum InstantText {
  /// Reads `2021-05-19`, `2021-05-19T12:00:00Z` and the same with a blank for the T or without the Z, all as UTC; the
  /// other forms of ISO 8601 through the general reader. Nil for anything else.
  static func timestamp(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
    switch bytes.count {
    case 10:
      return day(bytes).map { Timestamp(milliseconds: $0 * 86_400_000) }
    case 19:
      return instant(bytes)
    case 20 where bytes[19] == UInt8(ascii: "Z"):
      return instant(bytes)
    default:
      return Timestamp(iso8601: String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func instant(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
    guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), let day = day(bytes), let hour = number(bytes, 11..<13), hour < 24,
      let minute = number(bytes, 14..<16), minute < 60, let second = number(bytes, 17..<19), second < 60
    else { return nil }
    return Timestamp(milliseconds: (((day * 24 + hour) * 60 + minute) * 60 + second) * 1000)
  }

  /// Days since 1970-01-01 of a Gregorian date, counting years from March so that the leap day comes last.
  private static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), let year = number(bytes, 0..<4), year >= 1,
      let month = number(bytes, 5..<7), (1...12).contains(month), let day = number(bytes, 8..<10),
      (1...length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let daysBefore = 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400
    // 1970-01-01 is day 719,468 when counting from 1 March of year 0.
    return daysBefore + dayOfYear - 719_468
  }

  private static func length(ofMonth month: Int64, year: Int64) -> Int64 {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int64? {
    var value: Int64 = 0
    for offset in range {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) else { return nil }
      value = value * 10 + Int64(bytes[offset] - UInt8(ascii: "0"))
    }
    return value
  }
}
