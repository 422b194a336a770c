import FoundationEssentials
import HedgeModel

extension RecordingScanner {
  /// From the first to the last day of calendars with four digits for the year, in milliseconds.
  private static let calendar: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999
  /// A thousand years: beyond them a number is no length of time.
  private static let durations: ClosedRange<Int64> = 0...31_557_600_000_000

  mutating func instant() throws(RecordingFault) -> Timestamp {
    Timestamp(milliseconds: try integer(in: Self.calendar, "an instant in milliseconds"))
  }

  mutating func duration() throws(RecordingFault) -> Duration {
    .milliseconds(try integer(in: Self.durations, "a length of time in milliseconds"))
  }

  mutating func integer(in range: ClosedRange<Int64>, _ what: String) throws(RecordingFault) -> Int64 {
    let start = position
    let value = try integer()
    guard range.contains(value) else { throw fault("found \(value), expected \(what)", at: start) }
    return value
  }

  /// A text of exact digits.
  mutating func decimal() throws(RecordingFault) -> Decimal {
    let start = position
    let digits = try text()
    guard digits.utf8.count <= 256, let value = Decimal(exactly: digits) else {
      throw fault("found “\(printable(digits, limit: 40))”, expected a text of digits", at: start)
    }
    return value
  }

  mutating func positiveDecimal() throws(RecordingFault) -> Decimal {
    let start = position
    let value = try decimal()
    guard value > 0 else { throw fault("found \(value), expected a positive number", at: start) }
    return value
  }

  /// A name that can be shown as it is.
  mutating func name() throws(RecordingFault) -> String {
    let start = position
    let name = try text()
    guard !name.isEmpty, printable(name) == name else {
      throw fault("found “\(printable(name, limit: 40))”, expected a name", at: start)
    }
    return name
  }

  mutating func asset() throws(RecordingFault) -> Asset { Asset(try name()) }

  mutating func instrument() throws(RecordingFault) -> InstrumentID {
    let start = position
    let name = try name()
    guard let id = InstrumentID(name) else { throw fault("expected an instrument as venue:symbol", at: start) }
    return id
  }

  /// One of the words a type knows.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    of type: Choice.Type = Choice.self
  ) throws(RecordingFault) -> Choice where Choice.RawValue == String {
    let start = position
    if let choice = Choice(rawValue: try text()) { return choice }
    throw fault("expected one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))", at: start)
  }

  /// A number, or nil for null.
  mutating func optionalNumber() throws(RecordingFault) -> Double? {
    if takeNull() { return nil }
    return try number()
  }
}
