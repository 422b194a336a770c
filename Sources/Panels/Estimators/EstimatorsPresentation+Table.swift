import HedgeAnalytics
import HedgeModel
import TerminalCells

extension EstimatorsPresentation {
  private struct Field {
    let column: TableColumn
    let cell: (Asset) -> TableCell
  }

  /// A row a coin, a column a method.
  var table: TableContent {
    let fields = [name] + methodFields + dayFields + verdictFields
    return TableContent(
      columns: fields.map(\.column), rowCount: rows.count, row: { index in fields.map { $0.cell(rows[index]) } },
      emptyText: study?.value?.assets.isEmpty ?? true ? "no coin with a price history" : "no coin passes the filter")
  }

  private var name: Field {
    Field(
      column: TableColumn("Coin", .left, width: .shrinking(minimum: 5), sortIndex: 0),
      cell: { .phrase(Phrase($0.symbol)) })
  }

  /// Least squares with its error, then the others.
  private var methodFields: [Field] {
    let priorities: [BetaMethod.Name: Int] = [.exponential: 4, .vasicek: 5, .blume: 9, .kalman: 6, .twoFactor: 7]
    let betas = Self.methods.enumerated().map { index, method in
      Field(
        column: TableColumn(
          Self.title(method), width: .content(minimum: 4), priority: priorities[method] ?? 0, sortIndex: 1 + index),
        cell: { .phrase(beta(estimate($0, method))) })
    }
    let error = Field(
      column: TableColumn(format.glyphs.plusMinus + "s.e.", width: .content(minimum: 4), priority: 3),
      cell: { .phrase(standardError(estimate($0, .ordinaryLeastSquares))) })
    return [betas[0], error] + betas.dropFirst()
  }

  private var dayFields: [Field] {
    Self.days.enumerated().map { index, days in
      Field(
        column: TableColumn(
          "\(days) d", width: .content(minimum: 4), priority: index == 1 ? 8 : 3,
          sortIndex: 1 + Self.methods.count + index),
        cell: { .phrase(beta(estimate($0, days: days))) })
    }
  }

  private var verdictFields: [Field] {
    let first = 1 + Self.methods.count + Self.days.count
    return [
      Field(
        column: TableColumn("Windows", .left, width: .content(minimum: 7), priority: 1, sortIndex: first),
        cell: { .phrase(disagreement($0)) }),
      Field(
        column: TableColumn("CUSUM", .left, width: .content(minimum: 9), priority: 2, sortIndex: first + 1),
        cell: { .phrase(stability($0)) }),
      Field(
        column: TableColumn("Crossed on", .left, width: .content(minimum: 10), priority: 4),
        cell: { .phrase(crossing($0)) }),
    ]
  }

  func beta(_ reading: Reading<BetaEstimate>?) -> Phrase {
    guard let reading else { return Phrase(format.glyphs.unknown, .unknown) }
    return format.phrase(reading) { format.fixed($0.beta, decimals: 2) }
  }

  /// The classical error; empty where the method has none.
  private func standardError(_ reading: Reading<BetaEstimate>?) -> Phrase {
    guard let estimate = reading?.value else { return Phrase(format.glyphs.unknown, .unknown) }
    return Phrase(estimate.standardError.map { format.fixed($0, decimals: 2) } ?? "", .label)
  }
}
