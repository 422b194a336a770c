extension SourceScanner {
  /// `'…'` or `'''…'''`: nothing is escaped.
  mutating func literalString() throws(Failure) -> String {
    let range = try quoted(UInt8(ascii: "'"), hasEscapes: false)
    return text(range)
  }

  /// `"…"` or `"""…"""`, unescaped.
  mutating func basicString() throws(Failure) -> String {
    let range = try quoted(UInt8(ascii: "\""), hasEscapes: true)
    return try unescaped(range)
  }

  /// Steps over a quoted string and gives the range between its quotes, without the line end that opens a long one.
  private mutating func quoted(_ quote: UInt8, hasEscapes: Bool) throws(Failure) -> Range<Int> {
    let isLong = peek(1) == quote && peek(2) == quote
    position += isLong ? 3 : 1
    if isLong {
      if peek() == UInt8(ascii: "\r") && peek(1) == UInt8(ascii: "\n") { position += 1 }
      if peek() == UInt8(ascii: "\n") { position += 1 }
    }
    let start = position
    while let byte = peek() {
      if byte == UInt8(ascii: "\\") && hasEscapes {
        position += 2
      } else if byte == quote {
        if let end = close(quote, isLong: isLong) { return start..<end }
      } else {
        position += 1
      }
    }
    throw Failure(offset: start)
  }

  /// Steps over quotes: the end of the content when they close the string, nil when they belong to it.
  private mutating func close(_ quote: UInt8, isLong: Bool) -> Int? {
    guard isLong else {
      position += 1
      return position - 1
    }
    var run = 0
    // A long string may end in up to two quotes of its own: the last three close it.
    while run < 5, peek() == quote {
      position += 1
      run += 1
    }
    return run >= 3 ? position - 3 : nil
  }

  private func unescaped(_ range: Range<Int>) throws(Failure) -> String {
    guard bytes[range].contains(UInt8(ascii: "\\")) else { return text(range) }
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "\\") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      index = try appendEscape(at: index, before: range.upperBound, to: &result)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Appends what the escape at `index` stands for; gives the index after it.
  private func appendEscape(at index: Int, before end: Int, to result: inout [UInt8]) throws(Failure) -> Int {
    guard index + 1 < end else { throw Failure(offset: index) }
    switch bytes[index + 1] {
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "\""): result.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): result.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "u"): return try appendScalar(at: index + 2, digits: 4, before: end, to: &result)
    case UInt8(ascii: "U"): return try appendScalar(at: index + 2, digits: 8, before: end, to: &result)
    default: return try skipLineEnd(after: index + 1, before: end)
    }
    return index + 2
  }

  private func appendScalar(
    at start: Int, digits: Int, before end: Int, to result: inout [UInt8]
  ) throws(Failure) -> Int {
    guard start + digits <= end, let code = UInt32(text(start..<start + digits), radix: 16),
      let scalar = Unicode.Scalar(code)
    else { throw Failure(offset: start) }
    result.append(contentsOf: Character(scalar).utf8)
    return start + digits
  }

  /// A backslash at the end of a line swallows white space up to the next character.
  private func skipLineEnd(after start: Int, before end: Int) throws(Failure) -> Int {
    var index = start
    while index < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    guard index > start else { throw Failure(offset: start) }
    return index
  }
}
