import HedgeModel

/// Reads price tables in the layouts of ``PriceTable``.
struct PriceTableReader {
  /// Most rows a table may span: a slip in a year must not claim all memory.
  private static let rowLimit: Int64 = 2_000_000
  private static let longHeader = ["open_time", "symbol", "spot_close", "perp_close", "mark_close"]

  private var reader: CSVReader
  private var fields: [CSVField] = []

  static func table(_ reader: CSVReader) throws(FeedError) -> PriceTable {
    var reading = PriceTableReader(reader: reader)
    return try reading.read()
  }

  private init(reader: CSVReader) {
    self.reader = reader
  }

  private mutating func read() throws(FeedError) -> PriceTable {
    let header = try readHeader()
    if header == Self.longHeader { return try readLong() }
    return try readWide(header)
  }

  private mutating func readHeader() throws(FeedError) -> [String] {
    let expected = "a header that begins with date or open_time"
    guard try reader.readRow(into: &fields) else {
      throw reader.error(line: 1, column: 1, found: "an empty file", expected: expected, remedy: "write the header")
    }
    let header = fields.map { reader.text($0) }
    guard header[0] == "date" || header[0] == "open_time" else {
      throw reader.error(fields[0], expected: expected, remedy: "name the column of the times")
    }
    return header
  }

  // MARK: One row for each time

  private mutating func readWide(_ header: [String]) throws(FeedError) -> PriceTable {
    let names = Array(header.dropFirst())
    try check(names)
    var series = PriceSeries(columns: names.count)
    while try reader.readRow(into: &fields) {
      try append(to: &series, values: fields.dropFirst())
    }
    let length = header[0] == "date" ? BetaPolicy.BarInterval.day : try interval(of: [series])
    return try assemble(names: names, groups: [series], interval: length)
  }

  private func check(_ names: [String]) throws(FeedError) {
    if names.isEmpty {
      throw reader.error(
        fields[0], expected: "at least one column of prices after it", remedy: "name an asset, such as BTC")
    }
    for (offset, name) in names.enumerated() {
      let isName = !name.isEmpty && name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
      guard isName else {
        throw reader.error(
          fields[offset + 1], expected: "the name of an asset in letters and digits",
          remedy: "write it as BTC or BTC_PERP")
      }
      guard names[..<offset].allSatisfy({ $0 != name }) else {
        throw reader.error(fields[offset + 1], expected: "a name not used before", remedy: "remove one of the columns")
      }
    }
  }

  // MARK: One row for each time and symbol

  private mutating func readLong() throws(FeedError) -> PriceTable {
    var order: [String] = []
    var series: [String: PriceSeries] = [:]
    while try reader.readRow(into: &fields) {
      let base = QuoteSuffix.base(of: reader.text(fields[1]))
      guard !base.isEmpty else {
        throw reader.error(fields[1], expected: "a symbol such as BTCUSDT", remedy: "name the pair")
      }
      if series[base] == nil { order.append(base) }
      try append(to: &series[base, default: PriceSeries(columns: 3)], values: fields.dropFirst(2))
    }
    let groups = order.compactMap { series[$0] }
    return try assemble(
      names: order.flatMap { [$0, $0 + "_PERP", $0 + "_MARK"] }, groups: groups, interval: interval(of: groups))
  }

  // MARK: Rows

  private func append(to series: inout PriceSeries, values: ArraySlice<CSVField>) throws(FeedError) {
    let time = try reader.instant(fields[0])
    if let previous = series.times.last, time <= previous {
      throw reader.error(
        fields[0], expected: "a time after \(previous.iso8601)", remedy: "sort the rows and remove repeated ones")
    }
    series.times.append(time)
    series.lines.append(fields[0].line)
    for (column, field) in values.enumerated() {
      series.columns[column].append(try reader.price(field))
    }
  }

  /// The smallest step between two rows tells the length of the bars.
  private func interval(of groups: [PriceSeries]) throws(FeedError) -> BetaPolicy.BarInterval {
    var smallest: (step: Duration, line: Int)?
    for group in groups {
      for row in group.times.indices.dropFirst() {
        let step = group.times[row] - group.times[row - 1]
        if step < smallest?.step ?? .days(1000) { smallest = (step, group.lines[row]) }
      }
    }
    guard let smallest else { return .hour }
    if let known = BetaPolicy.BarInterval.allCases.first(where: { $0.duration == smallest.step }) { return known }
    throw reader.error(
      line: smallest.line, column: 1, found: "rows \(smallest.step.inSeconds) seconds apart",
      expected: "one hour or one day", remedy: "resample the prices")
  }

  /// Lays the series on one regular grid; what no row fills stays NaN.
  private func assemble(
    names: [String], groups: [PriceSeries], interval: BetaPolicy.BarInterval
  ) throws(FeedError) -> PriceTable {
    let first = groups.compactMap(\.times.first).min()
    guard let first, let last = groups.compactMap(\.times.last).max() else {
      throw reader.error(
        line: 2, column: 1, found: "no rows", expected: "at least one", remedy: "write prices below the header")
    }
    let step = interval.duration.wholeMilliseconds
    let rows = (last - first).wholeMilliseconds / step + 1
    guard rows <= Self.rowLimit else {
      throw reader.error(
        line: groups.last?.lines.last ?? 1, column: 1, found: "\(rows) bars from \(first.iso8601) to \(last.iso8601)",
        expected: "at most \(Self.rowLimit)", remedy: "look for a slip in a year")
    }
    var columns: [[Double]] = []
    for group in groups { columns += try onGrid(group, first: first, step: step, rows: Int(rows)) }
    guard
      let table = PriceTable(
        file: reader.file, interval: interval, firstClose: first + interval.duration, names: names, columns: columns)
    else { throw FeedError(place: printable(reader.file), message: "two symbols stand for the same asset; keep one") }
    return table
  }

  private func onGrid(_ series: PriceSeries, first: Timestamp, step: Int64, rows: Int) throws(FeedError) -> [[Double]] {
    var columns = [[Double]](repeating: [Double](repeating: .nan, count: rows), count: series.columns.count)
    for (source, time) in series.times.enumerated() {
      let (row, remainder) = (time - first).wholeMilliseconds.quotientAndRemainder(dividingBy: step)
      guard remainder == 0 else {
        throw reader.error(
          line: series.lines[source], column: 1, found: time.iso8601,
          expected: "a whole number of bars after \(first.iso8601)", remedy: "align the times")
      }
      for column in columns.indices { columns[column][Int(row)] = series.columns[column][source] }
    }
    return columns
  }
}
