import HedgeModel

extension CSVReader {
  /// The field as text; bytes that are not UTF-8 become U+FFFD.
  func text(_ field: CSVField) -> String {
    let text = withBytes(of: field) { String(decoding: $0, as: UTF8.self) }
    return field.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
  }

  /// A positive, finite number, or NaN for an empty field: no price.
  func price(_ field: CSVField) throws(FeedError) -> Double {
    if field.bytes.isEmpty { return .nan }
    let value = withBytes(of: field) { NumberText.double($0) }
    guard let value, value > 0, value.isFinite else {
      throw error(
        field, expected: "a positive price", remedy: "leave the field empty where there is no price")
    }
    return value
  }

  /// A finite number smaller than 1 in magnitude: a funding rate as a fraction.
  func fraction(_ field: CSVField) throws(FeedError) -> Double {
    let value = withBytes(of: field) { NumberText.double($0) }
    guard let value, abs(value) < 1 else {
      throw error(
        field, expected: "a rate as a fraction, such as 0.0001 for 0.01 %", remedy: "divide per cents by 100")
    }
    return value
  }

  /// An instant in UTC.
  func instant(_ field: CSVField) throws(FeedError) -> Timestamp {
    if let instant = withBytes(of: field, InstantText.timestamp) { return instant }
    throw error(
      field, expected: "a UTC instant such as 2021-05-19T12:00:00Z or a day such as 2021-05-19",
      remedy: "write instants in ISO 8601")
  }

  /// An error at the field that quotes it.
  func error(_ field: CSVField, expected: String, remedy: String) -> FeedError {
    let found = field.bytes.isEmpty ? "nothing" : "“\(printable(text(field), limit: 40))”"
    return error(line: field.line, column: field.column, found: found, expected: expected, remedy: remedy)
  }

  /// An error at a place of the file.
  func error(line: Int, column: Int, found: String, expected: String, remedy: String) -> FeedError {
    FeedError(
      place: "\(printable(file)):\(line):\(column)", message: "found \(found), expected \(expected); \(remedy)")
  }
}
