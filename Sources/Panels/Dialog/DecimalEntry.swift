import FoundationEssentials
import HedgeModel

/// Numbers as they are typed: exact, and nothing guessed.
enum DecimalEntry {
  /// Most characters a number may have; far more than a `Decimal` keeps exactly would be cut silently.
  static let longest = 30

  /// The number, exact; nil for anything that is not plain decimal digits.
  static func parse(_ text: String) -> Decimal? {
    guard text.count <= longest, text.allSatisfy({ "0123456789.-+".contains($0) }), text.contains(where: \.isNumber)
    else { return nil }
    return Decimal(exactly: text)
  }

  /// Why it is no number, in words that help.
  static func fault(_ text: String) -> String {
    if text.isEmpty { return "type a number" }
    if text.contains(",") { return "write the decimals after a point, and no thousands separators" }
    if text.count > longest { return "a number of at most \(longest) characters" }
    return "\"\(text)\" is not a number"
  }
}
