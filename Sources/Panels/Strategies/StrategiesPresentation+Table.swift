import HedgeAnalytics
import HedgeModel
import TerminalCells

extension StrategiesPresentation {
  private struct Field {
    let column: TableColumn
    let cell: (StrategyFigures) -> TableCell
    var total = TableCell.empty
  }

  /// The table.
  var table: TableContent {
    let fields = nameFields + moneyFields + betaFields + riskFields
    return TableContent(
      columns: fields.map(\.column), rowCount: rows.count, row: { index in fields.map { $0.cell(rows[index]) } },
      totals: rows.count == strategies.count ? fields.map(\.total) : [],
      emptyText: strategies.isEmpty ? PanelSummary.nothing.text : "no strategy passes the filter")
  }

  private var nameFields: [Field] {
    [
      Field(
        column: TableColumn("  Strategy", .left, width: .shrinking(minimum: 12), sortIndex: 0),
        cell: { row in .phrase(Phrase("\(isShown(row) ? String(format.glyphs.right) : " ") \(row.name)")) },
        total: .phrase(Phrase("  Total"))),
      Field(
        column: TableColumn("Kind", .left, width: .shrinking(minimum: 14), priority: 5, sortIndex: 1),
        cell: { .phrase(Phrase(StrategyWords.kind($0), .label)) }),
    ]
  }

  private var moneyFields: [Field] {
    let currency = format.currencyName
    return [
      Field(
        column: TableColumn("Value \(currency)", width: .content(minimum: 9), sortIndex: 2),
        cell: { row in .phrase(format.phrase(row.netBeta.denominatorValue) { format.amount($0) }) }),
      Field(
        column: TableColumn("Legs \(currency)", width: .content(minimum: 9), priority: 7, sortIndex: 3),
        cell: { row in .phrase(format.phrase(row.legNotional) { format.amount($0) }) }),
    ]
  }

  private var betaFields: [Field] {
    func beta(_ reading: Reading<Double>) -> TableCell {
      .phrase(format.phrase(reading) { format.beta($0, sign: .both) })
    }
    return [
      Field(
        column: TableColumn("Net \(format.glyphs.beta)", width: .content(minimum: 7), priority: 2, sortIndex: 4),
        cell: { beta($0.netBeta.netBeta) }, total: beta(sums.netBeta)),
      Field(column: TableColumn("Target", width: .content(minimum: 7), priority: 8), cell: { beta($0.netBeta.target) }),
      Field(
        column: TableColumn("Drift", width: .content(minimum: 7), priority: 1, sortIndex: 5),
        cell: { beta($0.netBeta.drift) }),
      Field(column: TableColumn("Verdict", .left, width: .content(minimum: 8)), cell: { .phrase(verdict($0)) }),
    ]
  }

  private var riskFields: [Field] {
    let currency = format.currencyName
    return [
      Field(
        column: TableColumn("Lev. \(format.glyphs.times)", width: .content(minimum: 5), priority: 4, sortIndex: 6),
        cell: { .phrase(leverage($0.leverage)) }, total: .phrase(leverage(sums.leverage))),
      Field(
        column: TableColumn("P&L \(currency)", width: .content(minimum: 8), priority: 3, sortIndex: 7),
        cell: { .phrase(profit($0.unrealisedProfit)) }, total: .phrase(profit(sums.unrealisedProfit))),
      Field(
        column: TableColumn("Funding \(currency)/day", width: .content(minimum: 11), priority: 6, sortIndex: 8),
        cell: { .phrase(funding($0.funding.perDay)) }, total: .phrase(funding(sums.fundingPerDay))),
      Field(
        column: TableColumn("Margin %", width: .content(minimum: 6), priority: 4, sortIndex: 9),
        cell: { .phrase(margin($0)) }),
      Field(
        column: TableColumn("Next look", .left, width: .shrinking(minimum: 9), priority: 9), cell: { .phrase(look($0)) }
      ),
    ]
  }

  /// With a mark where it is high, so that the colour is not alone.
  func leverage(_ reading: Reading<Double>, suffix: String = "") -> Phrase {
    let isHigh = (reading.value?.ifFinite ?? 0) > StrategyWords.highLeverage
    var phrase = format.phrase(reading, isHigh ? .warning : .text) { format.fixed($0, decimals: 2) + suffix }
    if isHigh { phrase.text = "\(format.glyphs.warning) \(phrase.text)" }
    return phrase
  }

  func profit(_ reading: Reading<Double>) -> Phrase {
    format.phrase(reading, role: FigureFormat.profitRole) { format.amount($0, sign: .both) }
  }

  /// `receive 85.78`, `pay 12.00`, `nothing`.
  func funding(_ reading: Reading<Double>) -> Phrase {
    format.phrase(reading, role: FigureFormat.profitRole) { value in
      guard value.isFinite else { return format.glyphs.unknown }
      let word = FigureFormat.fundingWord(value)
      return value == 0 ? word : "\(word) \(format.amount(value.magnitude, decimals: 2))"
    }
  }

  /// The worst normalised ratio of its accounts, with a mark where it is high; nothing for a strategy without legs.
  func margin(_ strategy: StrategyFigures) -> Phrase {
    guard let account = worstAccount(strategy) else {
      return strategy.legs.isEmpty ? Phrase("none", .label) : Phrase(format.glyphs.unknown, .unknown)
    }
    let level = account.normalisedRatio.value?.ifFinite.map { DangerLevel(normalisedRatio: $0, policy) } ?? .safe
    var phrase = format.phrase(account.normalisedRatio, level > .safe ? level.role : .text) { format.percent($0) }
    if level == .critical { phrase.emphasis = .bold }
    if level > .safe {
      phrase.text = "\(format.glyphs.warning) " + (level == .critical ? "CRITICAL " : "") + phrase.text
    }
    return phrase
  }

  /// The totals that have no column.
  var totals: [[Phrase]] {
    func clause(_ label: String, _ phrase: Phrase) -> [Phrase] { [Phrase("\(label) ", .label), phrase] }
    func beta(_ reading: Reading<Double>) -> Phrase { format.phrase(reading) { format.beta($0, sign: .both) } }
    func money(_ reading: Reading<Double>, _ sign: SignRule = .negative) -> Phrase {
      format.phrase(reading) { format.money($0, sign: sign) }
    }
    let glyph = format.glyphs.beta
    return [
      clause("All: net \(glyph) over value", beta(sums.netBeta)), clause("over equity", beta(sums.netBetaOverEquity)),
      clause("drift worth", money(sums.driftValue, .both)) + [Phrase(" of \(benchmark)", .label)],
      clause("equity", money(sums.equity)), clause("spot", money(sums.spotValue)),
      clause("long", money(sums.longNotional)), clause("short", money(sums.shortNotional)),
    ]
  }

  /// Figures of one strategy that have no column, most important first.
  func facts(_ strategy: StrategyFigures) -> [Fact] {
    let net = strategy.netBeta
    func money(_ reading: Reading<Double>, _ sign: SignRule = .negative) -> Phrase {
      format.phrase(reading) { format.money($0, sign: sign) }
    }
    func beta(_ reading: Reading<Double>) -> Phrase { format.phrase(reading) { format.beta($0, sign: .both) } }
    let aim = Fact(
      strategy.policy.hedgeRatio == nil ? "Aim, net \(format.glyphs.beta)" : "Hedge ratio H",
      Phrase(format.fixed(strategy.policy.aim.value.inexact, decimals: 2), .target))
    return [
      aim, Fact("Next look", look(strategy)),
      Fact("Value is", Phrase(net.denominator.rawValue)),
      Fact("Spot value", strategy.holdings.isEmpty ? Phrase("none", .label) : money(strategy.spotValue)),
      Fact("Net \(format.glyphs.beta) / equity", beta(net.netBetaOverEquity)), Fact("Equity", money(strategy.equity)),
      Fact("Drift worth", money(net.driftValue, .both)),
      Fact("Leverage", leverage(strategy.leverage, suffix: format.glyphs.times)),
      Fact("Funding accrued", funding(strategy.funding.accrued)),
      Fact("Worst account", worstAccount(strategy).map { Phrase($0.id.name) } ?? Phrase("none", .label)),
      Fact("Positions", Phrase("\(strategy.holdings.count) spot, \(strategy.legs.count) legs")),
      Fact("Bucket", Phrase(strategy.bucket?.rawValue ?? "by kind", .label)),
    ]
  }
}
