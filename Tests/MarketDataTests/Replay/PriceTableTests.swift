import HedgeModel
import MarketData
import Testing

@Suite struct PriceTableTests {
  private func table(_ text: String) throws -> PriceTable {
    try PriceTable(bytes: Array(text.utf8), file: "prices.csv")
  }

  private func instant(_ text: String) -> Timestamp? { Timestamp(iso8601: text) }

  @Test("a daily row closes at the next midnight")
  func daily() throws {
    let table = try table("date,BTC,ETH\n2021-01-01,29331.69,728.91\n2021-01-02,32178.33,774.56\n")
    #expect(table.interval == .day)
    #expect(table.names == ["BTC", "ETH"])
    #expect(table.closes == [instant("2021-01-02"), instant("2021-01-03")])
    #expect(table.prices(of: "ETH") == [728.91, 774.56])
    #expect(table.prices(of: "XRP") == nil)
  }

  @Test("an hourly row closes one hour after it opens")
  func hourly() throws {
    let table = try table("open_time,BTC\n2021-04-05T00:00:00Z,1\n2021-04-05T01:00:00Z,2\n")
    #expect(table.interval == .hour)
    #expect(table.firstClose == instant("2021-04-05T01:00:00Z"))
    #expect(table.lastClose == instant("2021-04-05T02:00:00Z"))
  }

  @Test("rows a day apart make daily bars whatever the column is called")
  func detected() throws {
    #expect(try table("open_time,BTC\n2021-04-05T00:00:00Z,1\n2021-04-06T00:00:00Z,2\n").interval == .day)
  }

  @Test("empty fields and absent rows are gaps, never prices")
  func gaps() throws {
    let table = try table(
      "open_time,BTC,ETH\n2021-04-05T00:00:00Z,1,\n2021-04-05T01:00:00Z,2,5\n2021-04-05T04:00:00Z,3,6\n")
    #expect(table.count == 5)
    let bitcoin = try #require(table.prices(of: "BTC"))
    #expect(bitcoin[0...1] == [1, 2] && bitcoin[2...3].allSatisfy(\.isNaN) && bitcoin[4] == 3)
    #expect(table.prices(of: "ETH")?[0].isNaN == true)
  }

  @Test("the long layout becomes three columns for each symbol, aligned by time")
  func long() throws {
    let table = try table(
      """
      open_time,symbol,spot_close,perp_close,mark_close
      2021-03-01T00:00:00Z,BTCUSDT,46217.19,46246.26,46242.9
      2021-03-01T01:00:00Z,BTCUSDT,,46186.91,46179.8991698
      2021-03-01T01:00:00Z,ETHUSDT,1450,1451,1450.5
      """)
    #expect(table.names == ["BTC", "BTC_PERP", "BTC_MARK", "ETH", "ETH_PERP", "ETH_MARK"])
    #expect(table.count == 2)
    #expect(table.prices(of: "BTC")?[1].isNaN == true)
    #expect(table.prices(of: "BTC_PERP") == [46246.26, 46186.91])
    #expect(table.prices(of: "ETH_MARK")?[0].isNaN == true)
    #expect(table.prices(of: "ETH_MARK")?[1] == 1450.5)
  }

  @Test(
    "byte order mark, CR LF, quotes and empty last lines change nothing",
    arguments: [
      "\u{FEFF}date,BTC\n2021-01-01,5.5\n", "date,BTC\r\n2021-01-01,5.5\r\n\r\n", "date,BTC\n2021-01-01,5.5",
      "\"date\",\"BTC\"\n\"2021-01-01\",\"5.5\"\n\n\n", "date,BTC\n2021-01-01,5.5e0\n", "date,BTC\n2021-01-01,+5.50",
    ])
  func dialects(text: String) throws {
    #expect(try table(text) == table("date,BTC\n2021-01-01,5.5\n"))
  }

  @Test(
    "numbers are read as the nearest double",
    arguments: [
      "0.0023503", "46179.8991698", "6.27e-08", "0.1", "123456789012345", "1234567890.123456789", "4503599627370497.5",
      "0.00000000000000000000000001", "1e308", "5e-324", "9007199254740993", "0.30000000000000004",
    ])
  func numbers(text: String) throws {
    #expect(try table("date,BTC\n2021-01-01,\(text)\n").prices(of: "BTC") == [try #require(Double(text))])
  }

  @Test(
    "instants are read like the general reader does",
    arguments: [
      "2020-02-29", "2021-05-19T12:34:56Z", "1970-01-01", "1999-12-31T23:59:59Z", "2100-03-01", "2000-02-29",
      "2021-05-19T12:34:56+02:00",
    ])
  func instants(text: String) throws {
    let table = try table("open_time,BTC\n\(text),1\n")
    #expect(table.firstClose == instant(text).map { $0 + .hours(1) })
  }

  @Test("the newest row at an instant is the one that has closed")
  func lastRow() throws {
    let table = try table("open_time,BTC\n2021-04-05T00:00:00Z,1\n2021-04-05T01:00:00Z,2\n")
    #expect(table.lastRow(at: table.firstClose - .milliseconds(1)) == nil)
    #expect(table.lastRow(at: table.firstClose) == 0)
    #expect(table.lastRow(at: table.lastClose - .milliseconds(1)) == 0)
    #expect(table.lastRow(at: table.lastClose + .days(1000)) == 1)
  }

  @Test(
    "every recorded price file is read whole", .enabled(if: ReferenceData.isPresent, "no recorded market data here"))
  func recorded() throws {
    let daily = try PriceTable(path: ReferenceData.path("daily_closes.csv"))
    #expect(daily.count == 1004 && daily.names.count == 12 && daily.interval == .day)
    #expect(daily.firstClose == instant("2019-10-02"))
    #expect(daily.prices(of: "BTC")?.last == 19942.21)
    #expect(daily.prices(of: "SOL")?.first?.isNaN == true)
    let hourly = try PriceTable(path: ReferenceData.path("hourly_spot_2021-04_2021-07.csv"))
    #expect(hourly.count == 2827 + 5, "five hours are missing from the file")
    #expect(hourly.prices(of: "BTC")?.count { $0.isNaN } == 5)
    let long = try PriceTable(path: ReferenceData.path("perp_spot_1h_2021-03_2021-07.csv"))
    #expect(long.count == 3672 && long.names.count == 6)
    #expect(try PriceTable(path: ReferenceData.path("daily_perp_closes.csv")).names == ["BTC_PERP", "ETH_PERP"])
  }
}
