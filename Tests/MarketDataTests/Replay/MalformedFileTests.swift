import HedgeModel
import MarketData
import Testing

@Suite struct MalformedFileTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let error: String
    var testDescription: String { String(error.prefix(70)) }

    init(_ text: String, _ error: String) {
      self.text = text
      self.error = error
    }
  }

  static let prices: [Case] = [
    Case("", "p.csv:1:1: found an empty file, expected a header that begins with date or open_time; write the header"),
    Case(
      "when,BTC\n",
      "p.csv:1:1: found “when”, expected a header that begins with date or open_time; name the column of the times"),
    Case(
      "date\n2021-01-01\n",
      "p.csv:1:1: found “date”, expected at least one column of prices after it; name an asset, such as BTC"),
    Case(
      "date,BTC,BTC\n",
      "p.csv:1:10: found “BTC”, expected a name not used before; remove one of the columns"),
    Case(
      "date,BTC,\n",
      "p.csv:1:10: found nothing, expected the name of an asset in letters and digits; write it as BTC or BTC_PERP"),
    Case(
      "date,B\u{1B}[31mC\n",
      "p.csv:1:6: found “B [31mC”, expected the name of an asset in letters and digits; write it as BTC or BTC_PERP"),
    Case("date,BTC\n", "p.csv:2:1: found no rows, expected at least one; write prices below the header"),
    Case(
      "date,BTC\n2021-01-01\n",
      "p.csv:2:1: found 1 fields, expected 2 as in the header; leave a field empty where there is no value"),
    Case(
      "date,BTC\n2021-01-01,1,2\n",
      "p.csv:2:1: found 3 fields, expected 2 as in the header; leave a field empty where there is no value"),
    Case(
      "date,BTC\n2021-01-01,12x\n",
      "p.csv:2:12: found “12x”, expected a positive price; leave the field empty where there is no price"),
    Case(
      "date,BTC,ETH\n2021-01-01,1,0\n",
      "p.csv:2:14: found “0”, expected a positive price; leave the field empty where there is no price"),
    Case(
      "date,BTC\n2021-01-01,-5\n",
      "p.csv:2:12: found “-5”, expected a positive price; leave the field empty where there is no price"),
    Case(
      "date,BTC\n2021-01-01,nan\n",
      "p.csv:2:12: found “nan”, expected a positive price; leave the field empty where there is no price"),
    Case(
      "date,BTC\n2021-01-01,1e999\n",
      "p.csv:2:12: found “1e999”, expected a positive price; leave the field empty where there is no price"),
    Case(
      "date,BTC\n2021-01-01,0x10\n",
      "p.csv:2:12: found “0x10”, expected a positive price; leave the field empty where there is no price"),
    Case(
      "date,BTC\n2021-01-01, 5\n",
      "p.csv:2:12: found “ 5”, expected a positive price; leave the field empty where there is no price"),
    Case(
      "date,BTC\n2021-01-01,\"1,000\"\n",
      "p.csv:2:12: found “1,000”, expected a positive price; leave the field empty where there is no price"),
    Case(
      "date,BTC\n01.02.2021,1\n",
      "p.csv:2:1: found “01.02.2021”, expected a UTC instant such as 2021-05-19T12:00:00Z or a day such as "
        + "2021-05-19; write instants in ISO 8601"),
    Case(
      "date,BTC\n2021-02-29,1\n",
      "p.csv:2:1: found “2021-02-29”, expected a UTC instant such as 2021-05-19T12:00:00Z or a day such as "
        + "2021-05-19; write instants in ISO 8601"),
    Case(
      "date,BTC\n2021-01-01T25:00:00Z,1\n",
      "p.csv:2:1: found “2021-01-01T25:00:00Z”, expected a UTC instant such as 2021-05-19T12:00:00Z or a day such "
        + "as 2021-05-19; write instants in ISO 8601"),
    Case(
      "date,BTC\n2021-01-02,1\n2021-01-01,1\n",
      "p.csv:3:1: found “2021-01-01”, expected a time after 2021-01-02T00:00:00Z; sort the rows and remove repeated "
        + "ones"),
    Case(
      "date,BTC\n2021-01-02,1\n2021-01-02,1\n",
      "p.csv:3:1: found “2021-01-02”, expected a time after 2021-01-02T00:00:00Z; sort the rows and remove repeated "
        + "ones"),
    Case(
      "open_time,BTC\n2021-01-01T00:00:00Z,1\n2021-01-01T00:15:00Z,1\n",
      "p.csv:3:1: found rows 900.0 seconds apart, expected one hour or one day; resample the prices"),
    Case(
      "open_time,BTC\n2021-01-01T00:00:00Z,1\n2021-01-01T01:00:00Z,1\n2021-01-01T02:30:00Z,1\n",
      "p.csv:4:1: found 2021-01-01T02:30:00Z, expected a whole number of bars after 2021-01-01T00:00:00Z; align the "
        + "times"),
    Case(
      "open_time,BTC\n1721-01-01T00:00:00Z,1\n2021-01-01T00:00:00Z,1\n2021-01-01T01:00:00Z,1\n",
      "p.csv:4:1: found 2629754 bars from 1721-01-01T00:00:00Z to 2021-01-01T01:00:00Z, expected at most 2000000; "
        + "look for a slip in a year"),
    Case(
      "date,BTC\n\n2021-01-01,1\n",
      "p.csv:2:1: found an empty line, expected a row; remove the line"),
    Case(
      "date,BTC\n2021-01-01,\"1\n",
      "p.csv:2:12: found a quote that is not closed in its line, expected a closing quote; close it"),
    Case(
      "date,BTC\n2021-01-01,\"1\"5\n",
      "p.csv:2:15: found text after a closing quote, expected a comma or the end of the line; double the quotes "
        + "inside a field"),
    Case(
      "open_time,symbol,spot_close,perp_close,mark_close\n2021-01-01T00:00:00Z,,1,1,1\n",
      "p.csv:2:22: found nothing, expected a symbol such as BTCUSDT; name the pair"),
    Case(
      "date,BTC\n2021-01-01,\u{0}\u{7}\n",
      "p.csv:2:12: found “ ”, expected a positive price; leave the field empty where there is no price"),
  ]

  @Test(
    "a malformed price file is refused with its place, what was found, what is expected, and what to do",
    arguments: prices)
  func refusesPrices(_ test: Case) throws {
    let error = #expect(throws: FeedError.self) { try PriceTable(bytes: Array(test.text.utf8), file: "p.csv") }
    #expect(error?.description == test.error)
  }

  static let funding: [Case] = [
    Case("", "f.csv:1:1: found an empty file, expected the header time,symbol,rate,mark_price; name the columns so"),
    Case(
      "time,rate\n",
      "f.csv:1:1: found “time,rate”, expected the header time,symbol,rate,mark_price; name the columns so"),
    Case(
      "time,symbol,rate\n2021-01-01T00:00:00Z,BTCUSDT,\n",
      "f.csv:2:30: found nothing, expected a rate as a fraction, such as 0.0001 for 0.01 %; divide per cents by 100"),
    Case(
      "time,symbol,rate\n2021-01-01T00:00:00Z,BTCUSDT,1.5\n",
      "f.csv:2:30: found “1.5”, expected a rate as a fraction, such as 0.0001 for 0.01 %; divide per cents by 100"),
    Case(
      "time,symbol,rate\n2021-01-01T00:00:00Z,BTCUSDT,0.01%\n",
      "f.csv:2:30: found “0.01%”, expected a rate as a fraction, such as 0.0001 for 0.01 %; divide per cents by 100"),
    Case(
      "time,symbol,rate\n2021-01-01T00:00:00Z,,0.1\n",
      "f.csv:2:22: found nothing, expected a symbol such as BTCUSDT; name the perpetual"),
    Case(
      "time,symbol,rate,mark_price\n2021-01-01T00:00:00Z,X,0.1,0\n",
      "f.csv:2:28: found “0”, expected a positive price; leave the field empty where there is no price"),
    Case(
      "time,symbol,rate\n2021-01-01T08:00:00Z,X,0.1\n2021-01-01T00:00:00Z,X,0.1\n",
      "f.csv:3:1: found “2021-01-01T00:00:00Z”, expected a time after 2021-01-01T08:00:00Z; sort the rows and remove "
        + "repeated ones"),
  ]

  @Test("a malformed funding file is refused likewise", arguments: funding)
  func refusesFunding(_ test: Case) throws {
    let error = #expect(throws: FeedError.self) { try FundingTable(bytes: Array(test.text.utf8), file: "f.csv") }
    #expect(error?.description == test.error)
  }

  @Test("bytes that are not UTF-8, and a file that is not there, are errors too")
  func bytes() throws {
    let error = #expect(throws: FeedError.self) {
      try PriceTable(bytes: Array("date,BTC\n2021-01-01,".utf8) + [0xFF, 0xFE, 0x80], file: "p.csv")
    }
    #expect(error?.place == "p.csv:2:12")
    let absent = #expect(throws: FeedError.self) { try PriceTable(path: "/nonexistent/p.csv") }
    #expect(absent?.description == "/nonexistent/p.csv: cannot be read; check the path and its permissions")
  }

  @Test("a hundred thousand rows are read, and random bytes never crash the reader")
  func sizes() throws {
    var text = "open_time,BTC\n"
    let first = Timestamp(milliseconds: 1_262_304_000_000)
    for day in 0..<4200 {
      let date = (first + .days(Double(day))).isoDay
      for hour in 0..<24 { text += "\(date)T\(hour < 10 ? "0" : "")\(hour):00:00Z,\(hour + 1).25\n" }
    }
    #expect(try PriceTable(bytes: Array(text.utf8), file: "large.csv").count == 100_800)
    var random = SplitMix64(seed: 4)
    let alphabet = Array("date,BTC\n\r\"2021-01-01T0:Z.e+\u{0}é".utf8)
    for _ in 0..<3000 {
      let noise = (0..<Int.random(in: 0..<60, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let header = Bool.random(using: &random) ? Array("open_time,BTC\n".utf8) : []
      #expect(throws: (any Error).self) { try PriceTable(bytes: header + noise + [0xFF], file: "n.csv") }
    }
  }
}
