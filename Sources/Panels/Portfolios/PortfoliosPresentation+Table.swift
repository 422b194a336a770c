import HedgeModel
import HedgeStore
import TerminalCells

extension PortfoliosPresentation {
  private struct Field {
    let column: TableColumn
    let cell: (PortfolioSummary) -> TableCell
    var total = TableCell.empty
  }

  /// The table.
  var table: TableContent {
    let fields = nameFields + riskFields + moneyFields + stateFields
    return TableContent(
      columns: fields.map(\.column), rowCount: portfolios.count,
      row: { index in fields.map { $0.cell(portfolios[index]) } })
  }

  private var nameFields: [Field] {
    func beta(_ portfolio: PortfolioSummary, _ reading: Reading<Double>) -> TableCell {
      let format = format(portfolio)
      return .phrase(format.phrase(reading) { format.beta($0, sign: .both) })
    }
    return [
      Field(
        column: TableColumn("  Portfolio", .left, width: .shrinking(minimum: 12)),
        cell: { .phrase(Phrase("\(isShown($0) ? String(glyphs.right) : " ") \($0.name)")) }),
      Field(
        column: TableColumn("Net \(glyphs.beta)", width: .content(minimum: 7), priority: 4),
        cell: { beta($0, $0.netBeta) }),
      Field(
        column: TableColumn("Target", width: .content(minimum: 7), priority: 8), cell: { beta($0, $0.target) }),
      Field(column: TableColumn("Drift", width: .content(minimum: 7)), cell: { beta($0, $0.drift) }),
      Field(column: TableColumn("Verdict", .left, width: .content(minimum: 8)), cell: { .phrase(verdict($0)) }),
    ]
  }

  private var riskFields: [Field] {
    [
      Field(
        column: TableColumn("Margin %", width: .content(minimum: 6), priority: 1), cell: { .phrase(margin($0)) }),
      Field(
        column: TableColumn("Liq. at %", width: .content(minimum: 6), priority: 3), cell: { .phrase(liquidation($0)) }),
    ]
  }

  private var moneyFields: [Field] {
    func amount(
      _ title: String, _ figure: KeyPath<PortfolioSummary, Reading<Double>>, priority: Int, width: Int,
      role: @escaping (Double) -> ThemeRole = { _ in .text }, sign: SignRule = .negative
    ) -> Field {
      Field(
        column: TableColumn(title, width: .content(minimum: width), priority: priority),
        cell: { portfolio in
          let format = format(portfolio)
          return .phrase(
            format.phrase(portfolio[keyPath: figure], role: role) { format.amount($0, sign: sign) })
        })
    }
    return [
      Field(
        column: TableColumn("In", .left, width: .content(minimum: 3), priority: 6),
        cell: { .phrase(Phrase($0.currency.symbol, .label)) }),
      amount("Spot value", \.spotValue, priority: 5, width: 9),
      amount("Short", \.shortNotional, priority: 9, width: 9),
      amount("P&L today", \.profitToday, priority: 7, width: 8, role: FigureFormat.profitRole, sign: .both),
      amount("Funding/day", \.fundingPerDay, priority: 10, width: 8, role: FigureFormat.profitRole, sign: .both),
    ]
  }

  private var stateFields: [Field] {
    [
      Field(
        column: TableColumn("Alerts", .left, width: .shrinking(minimum: 10), priority: 2),
        cell: { .phrase(alerts($0)) }),
      Field(
        column: TableColumn("Feeds", .left, width: .shrinking(minimum: 12), priority: 11), cell: { .phrase(feeds($0)) }
      ),
    ]
  }

  private func isShown(_ portfolio: PortfolioSummary) -> Bool {
    portfolios.element(choice.shown)?.name == portfolio.name
  }

  /// Everything of one portfolio, for where the table has no room for its columns.
  func facts(_ portfolio: PortfolioSummary) -> [Fact] {
    let format = format(portfolio)
    func money(_ reading: Reading<Double>, _ role: (Double) -> ThemeRole = { _ in .text }) -> Phrase {
      format.phrase(reading, role: role) { format.money($0) }
    }
    func beta(_ reading: Reading<Double>) -> Phrase { format.phrase(reading) { format.beta($0, sign: .both) } }
    func signed(_ reading: Reading<Double>) -> Phrase {
      format.phrase(reading, role: FigureFormat.profitRole) { format.money($0, sign: .both) }
    }
    return [
      Fact("Net \(glyphs.beta)", beta(portfolio.netBeta)), Fact("Spot value", money(portfolio.spotValue)),
      Fact("Target", beta(portfolio.target)), Fact("Short", money(portfolio.shortNotional)),
      Fact("Margin, worst", margin(portfolio)), Fact("P&L today", signed(portfolio.profitToday)),
      Fact("Liquidated at", liquidation(portfolio)), Fact("Funding a day", signed(portfolio.fundingPerDay)),
      Fact("Alerts", alerts(portfolio)), Fact("Feeds", feeds(portfolio)),
    ]
  }
}
