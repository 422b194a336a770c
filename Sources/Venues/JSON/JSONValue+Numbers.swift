import FoundationEssentials
import HedgeModel

/// Numbers are read alike whether a venue writes them as JSON numbers or as texts.
extension JSONValue {
  /// The number, for estimates.
  ///
  /// - Throws: ``DecodingFault`` when this is no finite number.
  public func double() throws(DecodingFault) -> Double {
    if let value = plainNumber?.double { return value }
    guard let text = numberText, let value = Double(text), value.isFinite else { throw fault("a number") }
    return value
  }

  /// The number, exactly as it is written.
  ///
  /// - Throws: ``DecodingFault`` when this is no number.
  public func decimal() throws(DecodingFault) -> Decimal {
    guard let text = numberText, let value = Decimal(exactly: text) else { throw fault("a number") }
    return value
  }

  /// The whole number.
  ///
  /// - Throws: ``DecodingFault`` when this is none.
  public func integer() throws(DecodingFault) -> Int64 {
    if let value = plainNumber?.integer { return value }
    guard let text = numberText, let value = Int64(text) ?? Double(text).flatMap(Int64.init(exactly:)) else {
      throw fault("a whole number")
    }
    return value
  }

  /// The instant that so many milliseconds after 1970 are.
  ///
  /// - Throws: ``DecodingFault`` when this is no whole number.
  public func milliseconds() throws(DecodingFault) -> Timestamp {
    Timestamp(milliseconds: try integer())
  }

  /// True or false; also the texts `"true"` and `"false"`.
  ///
  /// - Throws: ``DecodingFault`` when this is neither.
  public func flag() throws(DecodingFault) -> Bool {
    if entry.kind == .yes || equals("true") { return true }
    if entry.kind == .no || equals("false") { return false }
    throw fault("true or false")
  }

  /// The number where it is quickly read; nil says nothing.
  private var plainNumber: PlainNumber? {
    let entry = entry
    guard entry.kind == .number || entry.kind == .text else { return nil }
    return text.bytes.withUnsafeBufferPointer {
      PlainNumber(UnsafeBufferPointer(rebasing: $0[Int(entry.start)..<Int(entry.end)]))
    }
  }

  /// The digits of a number, or of a text that holds nothing else.
  private var numberText: String? {
    let entry = entry
    let range = Int(entry.start)..<Int(entry.end)
    guard entry.kind == .number || entry.kind == .text, !range.isEmpty else { return nil }
    if entry.kind == .text {
      let isNumber = text.bytes.withUnsafeBufferPointer {
        NumberGrammar.length(of: UnsafeBufferPointer(rebasing: $0[range])) == range.count
      }
      guard isNumber else { return nil }
    }
    return String(decoding: text.bytes[range], as: UTF8.self)
  }

  func fault(_ expected: String) -> DecodingFault {
    DecodingFault("", found: String(string.prefix(40)), expected: expected)
  }
}
