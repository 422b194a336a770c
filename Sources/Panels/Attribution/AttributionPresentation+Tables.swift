import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import TerminalCells

extension AttributionPresentation {
  /// A line of the table of the whole strategy.
  private enum Line {
    case part(AttributionPart)
    case total
    case residual
  }

  /// The whole strategy: the parts as rows, the periods beside each other, then the total and what the books say
  /// beyond it.
  ///
  /// - Parameters:
  ///   - rows: rows there are for the parts; where they are too few, total and residual come first.
  ///   - hasBars: whether the parts of the chosen period are also drawn.
  func wholeTable(rows: Int, hasBars: Bool) -> TableContent {
    let parts = AttributionPart.allCases.map(Line.part)
    let all: [Line] = rows >= parts.count + 2 ? parts + [.total, .residual] : [.total, .residual] + parts
    let lines = Array(all.prefix(max(1, rows)))
    let columns = Self.periods.map {
      TableColumn("\(AttributionWords.title($0)) \(format.currencyName)", width: .content(minimum: 10))
    }
    let bars = hasBars ? [TableColumn(barTitle, .left, width: .drawing(minimum: 13, maximum: 41), priority: 1)] : []
    let scale = scale(of: chosen)
    return TableContent(
      columns: [TableColumn("Part", .left, width: .content(minimum: 10))] + columns + bars, rowCount: lines.count,
      row: { index in
        [.phrase(title(lines[index]))] + whole.map { .phrase(amount(lines[index], $0.total)) }
          + (hasBars ? [bar(lines[index], scale: scale)] : [])
      })
  }

  private var barTitle: String {
    "loss \(format.glyphs.middleDot) gain, \(AttributionWords.title(Self.periods[chosen]).lowercased())"
  }

  private func title(_ line: Line) -> Phrase {
    switch line {
    case .part(let part): Phrase(AttributionWords.title(part))
    case .total: Phrase("Total", emphasis: .bold)
    case .residual: Phrase("Residual", .label)
    }
  }

  private func amount(_ line: Line, _ parts: AttributionParts) -> Phrase {
    switch line {
    case .part(let part): return profit(parts[part])
    case .total:
      var total = profit(parts.total)
      total.emphasis = .bold
      return total
    case .residual: return residual(parts)
    }
  }

  private func bar(_ line: Line, scale: Double) -> TableCell {
    guard case .part(let part) = line else { return .empty }
    return bar(part, in: chosen, scale: scale)
  }

  private func bar(_ part: AttributionPart, in place: Int, scale: Double) -> TableCell {
    guard !format.hidesBalances else { return .empty }
    let reading = whole[place].total[part]
    return .signedBar(reading.value, scale: scale, profit(reading).role)
  }

  private func scale(of place: Int) -> Double {
    AttributionPart.allCases.reduce(0) { max($0, whole[place].total[$1].value?.ifFinite?.magnitude ?? 0) }
  }

  /// The parts as bars, the periods beside each other in equal widths, each on a scale of its own.
  func picture(columns: Int) -> TableContent {
    let width = max(13, (columns - 19) / Self.periods.count)
    let parts = AttributionPart.allCases
    let scales = Self.periods.indices.map(scale)
    return TableContent(
      columns: [TableColumn("", .left, width: .content(minimum: 10))]
        + Self.periods.map {
          TableColumn(
            "\(AttributionWords.title($0)): loss \(format.glyphs.middleDot) gain", .left,
            width: .drawing(minimum: width, maximum: width))
        }, rowCount: parts.count,
      row: { index in
        [.phrase(Phrase(AttributionWords.title(parts[index]), .label))]
          + scales.indices.map { bar(parts[index], in: $0, scale: scales[$0]) }
      })
  }

  private func profit(_ reading: Reading<Double>) -> Phrase {
    format.phrase(reading, role: FigureFormat.profitRole) { format.amount($0, decimals: 2, sign: .both) }
  }

  /// Zero to the cent; anything else is wrong, and says so.
  private func residual(_ parts: AttributionParts) -> Phrase {
    let isOff = (parts.residual.value?.inexact.magnitude ?? 0) >= 0.005
    var phrase = format.phrase(parts.residual, isOff ? .warning : .label) {
      format.amount($0.inexact, decimals: 2, sign: .both)
    }
    if isOff { phrase.text = "\(format.glyphs.warning) \(phrase.text)" }
    return phrase
  }
}

extension AttributionPresentation {
  /// A column of the table of positions with what stands in it.
  private struct Field {
    let column: TableColumn
    let cell: (Row) -> TableCell
    var total = TableCell.empty
  }

  /// The positions: the profit of each in every period, and its parts in the chosen one.
  var positionTable: TableContent {
    let fields = nameFields + partFields
    return TableContent(
      columns: fields.map(\.column), rowCount: rows.count, row: { index in fields.map { $0.cell(rows[index]) } },
      totals: rows.count == whole[0].positions.count ? fields.map(\.total) : [],
      emptyText: whole[0].positions.isEmpty ? "no positions yet" : "no position passes the filter")
  }

  private var nameFields: [Field] {
    [
      Field(
        column: TableColumn("Position", .left, width: .shrinking(minimum: 11), sortIndex: 0),
        cell: { .phrase(Phrase($0.name)) }, total: .phrase(Phrase("Total")))
    ]
      + Self.periods.enumerated().map { place, period in
        Field(
          column: TableColumn(
            AttributionWords.title(period), width: .content(minimum: 9), priority: place == chosen ? 0 : 6,
            sortIndex: place + 1),
          cell: { .phrase(profit($0.figures[place].parts.total)) }, total: .phrase(profit(whole[place].total.total)))
      }
  }

  /// The parts in the chosen period, those that move most first to stay.
  private var partFields: [Field] {
    let priorities: [AttributionPart: Int] = [
      .beta: 1, .alpha: 1, .basis: 2, .funding: 2, .fees: 3, .slippage: 4, .collateral: 5,
    ]
    return AttributionPart.allCases.map { part in
      Field(
        column: TableColumn(
          AttributionWords.title(part), width: .content(minimum: 8), priority: priorities[part] ?? 5),
        cell: { .phrase(profit($0.figures[chosen].parts[part])) },
        total: .phrase(profit(whole[chosen].total[part])))
    } + [
      Field(
        column: TableColumn("Residual", width: .content(minimum: 5), priority: 7),
        cell: { .phrase(residual($0.figures[chosen].parts)) }, total: .phrase(residual(whole[chosen].total))),
      Field(
        column: TableColumn("counts from", .right, width: .content(minimum: 5), priority: 8),
        cell: { row in .phrase(Phrase(row.figures[chosen].since.map(moment) ?? "not stated", .label)) }),
    ]
  }

  /// What the table of positions is of.
  var positionTitle: [[Phrase]] {
    [[Phrase("By position, parts ", .label), Phrase(AttributionWords.phrase(Self.periods[chosen]))]]
  }
}
