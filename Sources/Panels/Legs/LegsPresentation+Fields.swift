import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import TerminalCells

extension LegsPresentation {
  /// A column with what stands in it.
  struct Field {
    /// The column.
    let column: TableColumn
    /// Its cell of a leg.
    let cell: (LegFigures) -> TableCell
    /// Its cell of the totals.
    var total = TableCell.empty
    /// Whether it says what is known of positions that have not been read: their name and account.
    var tellsOfUnread = false
  }

  /// The cell of a leg: a dash where nothing is known, because the account has not been read.
  func cell(_ field: Field, of row: LegFigures) -> TableCell {
    row.isUnread && !field.tellsOfUnread
      ? .phrase(Phrase(format.glyphs.unknown, .unknown)) : field.cell(row)
  }

  /// All columns, left to right; the table leaves out what does not fit.
  func fields(decimals: Int) -> [Field] {
    positionFields(decimals: decimals) + priceFields(decimals: decimals) + fundingFields + riskFields
  }

  /// The least room of names: that of what says what has not been read, because the columns beside it say nothing.
  private var nameColumns: Int {
    rows.filter(\.leg.isUnread).map { min(34, TextWidth.columns(of: $0.id.instrument.symbol)) }.max() ?? 13
  }

  private func positionFields(decimals: Int) -> [Field] {
    [
      Field(
        column: TableColumn("Leg", .left, width: .shrinking(minimum: nameColumns), sortIndex: 0),
        cell: { .phrase(Phrase($0.id.instrument.symbol)) }, total: .phrase(Phrase("Total")), tellsOfUnread: true),
      Field(
        column: TableColumn("Side", .left, width: .content(minimum: 5), priority: 3),
        cell: { .phrase(Phrase(Self.side($0), $0.leg.contracts == 0 ? .label : .text)) }),
      Field(
        column: TableColumn("Contracts", width: .content(minimum: 7), priority: 5),
        cell: { .phrase(Phrase(format.hidesBalances ? format.hidden : format.exact($0.leg.contracts))) }),
      Field(
        column: TableColumn("Notional \(format.currencyName)", width: .content(minimum: 9), sortIndex: 1),
        cell: { row in .phrase(format.phrase(row.notional) { format.amount($0, decimals: decimals) }) },
        total: .phrase(format.phrase(strategy.legNotional) { format.amount($0, decimals: decimals) })),
      Field(
        column: TableColumn("Adds \(format.glyphs.beta)", width: .content(minimum: 7), priority: 11),
        cell: { row in .phrase(format.phrase(row.contribution) { format.beta($0, sign: .both) }) }),
    ]
  }

  private func priceFields(decimals: Int) -> [Field] {
    [
      Field(
        column: TableColumn("Entry", width: .content(minimum: 8), priority: 9),
        cell: {
          .phrase($0.leg.entryPriceValue.map { Phrase(format.price($0)) } ?? Phrase(format.glyphs.unknown, .unknown))
        }),
      Field(
        column: TableColumn("Mark", width: .content(minimum: 8), priority: 4),
        cell: { row in .phrase(format.phrase(row.mark) { format.price($0) }) }),
      Field(
        column: TableColumn("Basis bps", width: .content(minimum: 6), priority: 10, sortIndex: 2),
        cell: { row in .phrase(format.phrase(row.basis) { format.basisPoints($0) }) }),
      Field(
        column: TableColumn("P&L \(format.currencyName)", width: .content(minimum: 8), priority: 2, sortIndex: 3),
        cell: { .phrase(profit($0.unrealisedProfit, decimals)) },
        total: .phrase(profit(strategy.unrealisedProfit, decimals))),
    ]
  }

  private var fundingFields: [Field] {
    [
      Field(
        column: TableColumn("Rate %", width: .content(minimum: 7), priority: 7, sortIndex: 4),
        cell: { .phrase(rate($0)) }),
      Field(
        column: TableColumn("per", .right, width: .content(minimum: 2), priority: 8),
        cell: { row in .phrase(Phrase(row.funding.rate.value.map { format.interval($0.interval) } ?? "", .label)) }),
      Field(
        column: TableColumn("Flow", .left, width: .content(minimum: 7), priority: 6), cell: { .phrase(flow($0)) }),
      Field(
        column: TableColumn("Next", .right, width: .content(minimum: 6), priority: 12),
        cell: { row in .phrase(Phrase(row.funding.rate.value?.nextStamp.map { format.countdown(to: $0) } ?? "", .label))
        }),
    ]
  }

  private var riskFields: [Field] {
    [
      Field(
        column: TableColumn("Liq. price", width: .content(minimum: 8), priority: 5),
        cell: { row in .phrase(format.phrase(row.liquidationPrice) { format.estimatedPrice($0) }) }),
      Field(
        column: TableColumn("Dist. %", .decimal, width: .content(minimum: 8), priority: 1, sortIndex: 5),
        cell: { .phrase(distance($0)) }),
      Field(
        column: TableColumn("Margin", .left, width: .content(minimum: 8), priority: 14),
        cell: { .phrase(Phrase(marginMode($0.leg), .label)) }),
      Field(
        column: TableColumn("Account", .left, width: .shrinking(minimum: 8), priority: 13, sortIndex: 6),
        cell: { .phrase(Phrase($0.id.account.name, .label)) }, tellsOfUnread: true),
      Field(
        column: TableColumn("Age", .right),
        cell: { .phrase(format.agePhrase([$0.notional.provenance, $0.funding.rate.provenance])) }),
    ]
  }

  private func profit(_ reading: Reading<Double>, _ decimals: Int) -> Phrase {
    format.phrase(reading, role: FigureFormat.profitRole) { format.amount($0, decimals: decimals, sign: .both) }
  }

  private func rate(_ row: LegFigures) -> Phrase {
    guard Self.paysFunding(row) else { return Phrase("") }
    return format.phrase(row.funding.rate) { format.percent($0.rate, decimals: 4, sign: .both) }
  }

  private func flow(_ row: LegFigures) -> Phrase {
    guard Self.paysFunding(row) else { return Phrase("dated", .label) }
    return format.phrase(row.funding.perDay, role: FigureFormat.profitRole) { FigureFormat.fundingWord($0) }
  }

  /// The distance with a mark when it is short, so that the colour is not alone; a word once the price has been passed.
  private func distance(_ row: LegFigures) -> Phrase {
    guard let left = row.moveLeft, let level = row.danger(policy) else {
      return Phrase(format.glyphs.unknown, .unknown)
    }
    let text = row.isPastLiquidation ? "past" : format.percent(left, sign: .both)
    guard level > .safe else { return Phrase(text, row.liquidationDistance.isStale ? .stale : .text) }
    return Phrase("\(format.glyphs.warning) \(text)", level.role, emphasis: level == .critical ? .bold : [])
  }

  private func marginMode(_ leg: Leg) -> String {
    let leverage = Self.leverage(of: leg, format)
    return switch leg.marginMode {
    case .cross: "cross \(leverage)"
    case .isolated: "isol. \(leverage)"
    case .untold: "\(format.glyphs.unknown) \(leverage)"
    }
  }

  /// `10×`; the sign of what is unknown where the venue does not tell it.
  static func leverage(of leg: Leg, _ format: FigureFormat) -> String {
    leg.leverage.map { format.exact($0) + format.glyphs.times } ?? format.glyphs.unknown
  }
}
