import FoundationEssentials

extension Decimal {
  /// The nearest `Double`: for estimates only, never on the way to the journal.
  ///
  /// Goes through the decimal text because that rounds correctly: 0.1 becomes exactly the literal `0.1`.
  public var inexact: Double { Double(description) ?? .nan }

  /// Reads plain or scientific decimal notation exactly: `2.5`, `-0.0001`, `6.27e-08`.
  ///
  /// Unlike `Decimal(string:)` it refuses trailing text, so `2.5abc` and `1,000` are nil, not 2.5 and 1.
  public init?(exactly text: String) {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    // Without this check `0x10` passes, as the zero before the x.
    guard text.utf8.allSatisfy("+-.0123456789eE".utf8.contains) else { return nil }
    guard text.utf8.count - digits.count <= 1, let first = digits.first,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) || first == UInt8(ascii: "."),
      let checked = Double(text), checked.isFinite, let parsed = Decimal(string: text), !parsed.isNaN
    else { return nil }
    self = parsed
  }
}
