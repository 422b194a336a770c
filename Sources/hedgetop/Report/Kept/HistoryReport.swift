import FoundationEssentials
import HedgeModel

/// The past of the figures as JSON, CSV and text.
struct HistoryReport: Encodable {
  /// The key of a figure, or of one of its bounds.
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { return nil }
  }

  /// One point of one strategy.
  struct Point: Encodable {
    let at: String
    let strategy: String
    let values: [(name: String, value: Double?)]

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(at, forKey: Key("at"))
      try container.encode(strategy, forKey: Key("strategy"))
      for (name, value) in values { try container.encode(Nullable(wrappedValue: value), forKey: Key(name)) }
    }
  }

  let portfolio: String
  let figures: [HistoryFigure]
  let points: [Point]
  private let spacing: Duration?

  /// The past of these strategies.
  init(portfolio: String, figures: [HistoryFigure], series: [(strategy: String, series: HistorySeries)]) {
    self.portfolio = portfolio
    self.figures = figures
    spacing = series.first { !$0.series.instants.isEmpty }?.series.spacing
    points = series.flatMap { strategy, series in
      series.instants.enumerated().map { index, instant in
        let values = figures.flatMap { figure -> [(name: String, value: Double?)] in
          let column = series.columns[figure]
          let name = figure.rawValue
          return [
            (name, column?.last[index]), ("\(name)_low", column?.lowest[index]),
            ("\(name)_high", column?.highest[index]),
          ]
        }
        return Point(at: instant.iso8601, strategy: strategy, values: values)
      }
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("hedgetop.history.v1", forKey: Key("schema"))
    try container.encode(portfolio, forKey: Key("portfolio"))
    try container.encode(Nullable(wrappedValue: spacing?.inSeconds), forKey: Key("everySeconds"))
    try container.encode(points, forKey: Key("points"))
  }

  /// A row a point.
  var csv: String {
    let names = figures.flatMap { [$0.rawValue, "\($0.rawValue)_low", "\($0.rawValue)_high"] }
    return CSVText.row(["at", "strategy"] + names)
      + points.map { point in
        CSVText.row([point.at, point.strategy] + point.values.map { $0.value.map { "\($0)" } })
      }.joined()
  }

  /// A table of the last values; of net beta and margin the bounds as well.
  var text: String {
    guard !points.isEmpty else {
      return PrintableLines.text(
        "nothing is kept of \(portfolio) in this time; hedgetop watch keeps it while it runs\n")
    }
    let bounded: Set<HistoryFigure> = [.netBeta, .marginRatio]
    let names = figures.flatMap { figure in
      bounded.contains(figure)
        ? [figure.rawValue, "\(figure.rawValue)_low", "\(figure.rawValue)_high"] : [figure.rawValue]
    }
    let isOne = Set(points.map(\.strategy)).count == 1
    var table = TextTable(
      [TextTable.Column("at", .words)] + (isOne ? [] : [TextTable.Column("strategy", .words)])
        + names.map { TextTable.Column($0) })
    for point in points {
      let values = Dictionary(point.values.map { ($0.name, $0.value) }) { first, _ in first }
      table.add([point.at] + (isOne ? [] : [point.strategy]) + names.map { Self.cell(values[$0] ?? nil, $0) })
    }
    return PrintableLines.text(table.text())
  }

  /// Ratios to four places, money to whole units; a dash where nothing is known.
  private static func cell(_ value: Double?, _ name: String) -> String {
    guard let value else { return "-" }
    let isRatio = ["net_beta", "target", "band", "margin_ratio"].contains { name.hasPrefix($0) }
    return Figures.fixed(value, isRatio ? 4 : 2)
  }
}
