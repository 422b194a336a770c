/// How JSON writes numbers: `-0`, `12.50`, `6.27e-08`; not `+1`, `01`, `.5`, `1.`, `NaN`.
enum NumberGrammar {
  /// Bytes at the beginning of `text` that are a number; 0 when it does not begin with one.
  static func length(of text: UnsafeBufferPointer<UInt8>) -> Int {
    var position = text.first == UInt8(ascii: "-") ? 1 : 0
    let whole = digits(of: text, from: position)
    guard whole > 0, whole == 1 || text[position] != UInt8(ascii: "0") else { return 0 }
    position += whole
    if position < text.count, text[position] == UInt8(ascii: ".") {
      let fraction = digits(of: text, from: position + 1)
      guard fraction > 0 else { return 0 }
      position += 1 + fraction
    }
    guard position < text.count, text[position] | 0x20 == UInt8(ascii: "e") else { return position }
    position += 1
    if position < text.count, "+-".utf8.contains(text[position]) { position += 1 }
    let exponent = digits(of: text, from: position)
    return exponent > 0 ? position + exponent : 0
  }

  private static func digits(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while position < text.count, text[position] &- UInt8(ascii: "0") < 10 { position += 1 }
    return position - start
  }
}
