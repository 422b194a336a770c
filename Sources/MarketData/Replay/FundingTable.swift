import HedgeModel

/// Funding payments of several perpetuals, as read from a CSV file with the header
/// `time,symbol,rate,mark_price,mark_source`; the last two columns may be missing or empty.
public struct FundingTable: Hashable, Sendable {
  /// One payment.
  public struct Event: Hashable, Sendable {
    /// When it was made, the rate, and the mark price where the file tells it.
    public let stamp: FundingStamp
    /// Time since the symbol's previous payment, for its first one to the next; nil when it has only one. Intervals
    /// differ between symbols and change over time: this is the real one.
    public let interval: Duration?
  }

  /// The file it came from.
  public let file: String
  /// Symbols as the file spells them, in the order they first occur.
  public let symbols: [String]
  /// The payments of each symbol, oldest first.
  public let events: [String: [Event]]

  /// Reads the file at `path`.
  ///
  /// - Throws: ``FeedError`` with `file:line:column`, what was found, what is expected, and what to do.
  public init(path: String) throws(FeedError) {
    try self.init(bytes: CSVReader.contents(of: path), file: path)
  }

  /// Reads the contents of a file.
  ///
  /// - Throws: ``FeedError`` with `file:line:column`, what was found, what is expected, and what to do.
  public init(bytes: [UInt8], file: String) throws(FeedError) {
    var reader = CSVReader(bytes, file: file)
    var fields: [CSVField] = []
    try Self.readHeader(&reader, &fields)
    var stamps: [String: [FundingStamp]] = [:]
    var symbols: [String] = []
    while try reader.readRow(into: &fields) {
      let symbol = reader.text(fields[1])
      guard !symbol.isEmpty else {
        throw reader.error(fields[1], expected: "a symbol such as BTCUSDT", remedy: "name the perpetual")
      }
      if stamps[symbol] == nil { symbols.append(symbol) }
      let stamp = try Self.stamp(reader, fields, after: stamps[symbol]?.last)
      stamps[symbol, default: []].append(stamp)
    }
    self.file = file
    self.symbols = symbols
    events = stamps.mapValues(Self.events)
  }

  private static func readHeader(_ reader: inout CSVReader, _ fields: inout [CSVField]) throws(FeedError) {
    let required = ["time", "symbol", "rate"]
    let isPresent = try reader.readRow(into: &fields)
    let header = fields.map { reader.text($0) }
    guard isPresent, Array(header.prefix(3)) == required, header.count < 4 || header[3] == "mark_price" else {
      let found = isPresent ? "“\(printable(header.joined(separator: ","), limit: 60))”" : "an empty file"
      throw reader.error(
        line: 1, column: 1, found: found, expected: "the header time,symbol,rate,mark_price",
        remedy: "name the columns so")
    }
  }

  private static func stamp(
    _ reader: CSVReader, _ fields: [CSVField], after previous: FundingStamp?
  ) throws(FeedError) -> FundingStamp {
    let time = try reader.instant(fields[0])
    if let previous, time <= previous.time {
      throw reader.error(
        fields[0], expected: "a time after \(previous.time.iso8601)", remedy: "sort the rows and remove repeated ones")
    }
    let mark = fields.count > 3 ? try reader.price(fields[3]) : .nan
    return FundingStamp(time: time, rate: try reader.fraction(fields[2]), markPrice: mark.isNaN ? nil : mark)
  }

  private static func events(_ stamps: [FundingStamp]) -> [Event] {
    stamps.indices.map { index in
      let earlier = max(index - 1, 0)
      let later = min(earlier + 1, stamps.count - 1)
      let interval = stamps[later].time - stamps[earlier].time
      return Event(stamp: stamps[index], interval: interval > .zero ? interval : nil)
    }
  }
}
