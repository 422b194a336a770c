import HedgeModel

/// How venues write instants: RFC 3339 in UTC, with or without a fraction of the second.
enum InstantGrammar {
  /// The instant `text` names; nil when it is none: no `Z`, a month 13, a 30 February.
  static func instant(of text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
    guard text.count >= 20, text[text.count - 1] == UInt8(ascii: "Z"), hasMarks(text),
      let year = number(text, 0..<4), let month = number(text, 5..<7), let day = number(text, 8..<10),
      let hour = number(text, 11..<13), let minute = number(text, 14..<16), let second = number(text, 17..<19),
      let fraction = milliseconds(text, 19..<(text.count - 1)),
      (1...12).contains(month), day >= 1, day <= length(of: month, in: year), hour < 24, minute < 60, second < 60
    else { return nil }
    let seconds = ((days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second
    return Timestamp(milliseconds: Int64(seconds * 1000 + fraction))
  }

  private static func hasMarks(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text[4] == UInt8(ascii: "-") && text[7] == UInt8(ascii: "-")
      && (text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: " "))
      && text[13] == UInt8(ascii: ":") && text[16] == UInt8(ascii: ":")
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for place in range {
      let digit = text[place] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// `.122581` is 122; nothing is 0.
  private static func milliseconds(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard let first = range.first else { return 0 }
    guard text[first] == UInt8(ascii: "."), range.count > 1 else { return nil }
    var value = 0
    var scale = 100
    for place in range.dropFirst() {
      let digit = text[place] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value += Int(digit) * scale
      scale /= 10
    }
    return value
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970 in the Gregorian calendar: years are counted from March, so that the leap day is their last.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }
}
