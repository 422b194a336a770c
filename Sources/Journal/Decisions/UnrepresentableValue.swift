import FoundationEssentials
import HedgeModel

/// A part of a decision that would not be read back as it was written.
struct UnrepresentableValue: Error, CustomStringConvertible {
  /// The part: `price`.
  let column: String

  var description: String { "the decision was not kept: its \(column) cannot be written exactly" }

  /// The decimal as text that reads back to the same decimal.
  static func exactText(_ value: Decimal, _ column: String) throws(UnrepresentableValue) -> String {
    let text = value.description
    guard !value.isNaN, Decimal(exactly: text) == value else { throw UnrepresentableValue(column: column) }
    return text
  }

  /// The text, which must not hold a NUL: the database would end it there.
  static func wholeText(_ value: String, _ column: String) throws(UnrepresentableValue) -> String {
    guard !value.utf8.contains(0) else { throw UnrepresentableValue(column: column) }
    return value
  }
}
