import HedgeModel
import MarketData

extension PriceTable {
  /// A bar's name as files write it: the day, or the instant an hourly bar opens. The bar closes one interval later.
  func name(ofRow row: Int) -> String {
    let opening = close(ofRow: row) - interval.duration
    return interval == .day ? opening.isoDay : opening.iso8601
  }

  /// The row of the bar with this name.
  ///
  /// - Parameter option: the option that states it, for the message.
  /// - Throws: ``ProgramFailure`` when the text is no such name or the table has no such bar.
  func row(named text: String, option: String) throws -> Int {
    let example =
      interval == .day ? "a day such as 2021-05-19" : "the instant an hourly bar opens such as 2021-05-19T23:00:00Z"
    let isDay = text.utf8.count == 10
    guard isDay == (interval == .day), let opening = Timestamp(iso8601: text) else {
      throw ProgramFailure(.usage, "\(option): found “\(text)”, expected \(example), as \(file) names its bars")
    }
    let bar = opening + interval.duration
    guard let row = lastRow(at: bar), close(ofRow: row) == bar else {
      throw ProgramFailure(
        .usage,
        "\(option): \(file) has no bar \(text); its bars are \(name(ofRow: 0)) to \(name(ofRow: count - 1))")
    }
    return row
  }

  /// The prices of a column.
  ///
  /// - Throws: ``ProgramFailure`` when there is none of that name.
  func column(_ name: String, option: String) throws -> [Double] {
    guard let prices = prices(of: name) else {
      throw ProgramFailure(
        .usage, "\(option): \(file) has no column \(name); it has \(names.joined(separator: ", "))")
    }
    return prices
  }
}
