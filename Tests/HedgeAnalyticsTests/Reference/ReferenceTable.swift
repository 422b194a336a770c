import FoundationEssentials
import HedgeModel

/// A CSV file of the shared reference data; nil where the folder is absent.
struct ReferenceTable {
  /// One line of it.
  struct Row: CustomStringConvertible {
    let description: String
    fileprivate let cells: [String: Substring]

    subscript(_ column: String) -> String { cells[column].map(String.init) ?? "" }

    /// The number in a column; NaN where the cell is empty.
    func number(_ column: String) -> Double { cells[column].flatMap { Double($0) } ?? .nan }

    func integer(_ column: String) -> Int { cells[column].flatMap { Int($0) } ?? 0 }
  }

  let columns: [String]
  let rows: [Row]

  static let isPresent = text(of: "reference/CONVENTIONS.md") != nil
  static let absence = "the shared market data is not beside this package"

  init?(_ name: String) {
    guard let text = Self.text(of: name) else { return nil }
    let lines = text.split(separator: "\n").map { $0.last == "\r" ? $0.dropLast() : $0 }
    guard let header = lines.first else { return nil }
    let columns = header.split(separator: ",").map(String.init)
    self.columns = columns
    rows = lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return Row(
        description: String(line), cells: Dictionary(uniqueKeysWithValues: zip(columns, cells)))
    }
  }

  /// Text of a file in the shared market data.
  static func text(of name: String) -> String? {
    var root = #filePath.split(separator: "/")
    root.removeLast(5)
    let path = "/" + root.joined(separator: "/") + "/shared/data/market/" + name
    return (try? Data(contentsOf: URL(filePath: path))).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Prices of one file, all assets on one grid of instants; NaN marks a gap.
struct ReferencePrices {
  let closes: [Timestamp]
  let prices: [Asset: [Double]]
  let interval: BetaPolicy.BarInterval

  static let daily = ReferencePrices("daily_closes.csv", .day)
  static let hourly = ReferencePrices("hourly_spot_2021-04_2021-07.csv", .hour)
  static let perpetual = ReferencePrices("daily_perp_closes.csv", .day)

  private init?(_ name: String, _ interval: BetaPolicy.BarInterval) {
    guard let table = ReferenceTable(name), let key = table.columns.first else { return nil }
    let closes = table.rows.compactMap { Timestamp(iso8601: $0[key]).map { $0 + interval.duration } }
    guard closes.count == table.rows.count else { return nil }
    self.closes = closes
    self.interval = interval
    prices = table.columns.dropFirst().reduce(into: [:]) { prices, column in
      prices[Asset(column)] = table.rows.map { $0.number(column) }
    }
  }

  /// The bars of one asset.
  func bars(of asset: Asset) -> [Bar] {
    zip(closes, prices[asset] ?? []).map { Bar(close: $0, price: $1.isNaN ? nil : $1) }
  }

  /// The close of the bar a reference names: by its day, or by the instant its hour began.
  func close(of name: String) -> Timestamp? { Timestamp(iso8601: name).map { $0 + interval.duration } }
}
