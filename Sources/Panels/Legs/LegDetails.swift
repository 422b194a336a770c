import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import TerminalCells

/// Everything known of one leg, for below the table when there is room.
struct LegDetails {
  /// The leg.
  let row: LegFigures
  /// How figures are written.
  let format: FigureFormat

  /// The leg's full name.
  var title: [Phrase] {
    [
      Phrase(row.id.instrument.description, .title), Phrase(" in \(row.id.account.name)", .label),
      Phrase("  \(kind)", .label),
    ]
  }

  /// Its figures and its contract, most important first.
  var facts: [Fact] {
    [
      Fact("\(format.glyphs.beta) of \(row.instrument.underlying)", format.phrase(row.beta) { format.beta($0.beta) }),
      Fact(
        "Contribution to net \(format.glyphs.beta)", format.phrase(row.contribution) { format.beta($0, sign: .both) }),
      Fact("Maintenance margin", money(row.maintenanceMargin)),
      Fact("Initial margin", money(row.initialMargin)),
      Fact("Funding a day", funding(row.funding.perDay)),
      Fact("Funding accrued", funding(row.funding.accrued)),
      Fact("Basis a year", basis),
      Fact("Leverage", Phrase(LegsPresentation.leverage(of: row.leg, format))),
      Fact("Opened", Phrase(row.leg.openedAt.map { format.duration(format.now - $0) + " ago" } ?? "not stated")),
      Fact("Contract", contract), Fact("Lot step", Phrase(format.exact(row.instrument.lotStep))),
      Fact("Tick", Phrase(format.exact(row.instrument.tickSize))),
    ]
  }

  private var kind: String {
    switch row.instrument.kind {
    case .spot: "spot"
    case .perpetual: "\(row.instrument.convention.rawValue) perpetual"
    case .dated(let expiry): "\(row.instrument.convention.rawValue), expires in \(format.duration(expiry - format.now))"
    }
  }

  private var contract: Phrase {
    let unit = row.instrument.convention == .linear ? row.instrument.underlying : row.instrument.quote
    return Phrase("\(format.exact(row.instrument.multiplier)) \(unit)")
  }

  private var basis: Phrase {
    if row.annualisedBasis.unknownReason?.kind == .undefined { return Phrase("no expiry", .label) }
    return format.phrase(row.annualisedBasis) { format.percentage($0, decimals: 2, sign: .both) }
  }

  private func money(_ reading: Reading<Double>) -> Phrase {
    format.phrase(reading) { format.money($0) }
  }

  private func funding(_ reading: Reading<Double>) -> Phrase {
    guard LegsPresentation.paysFunding(row) else { return Phrase("dated: none", .label) }
    return format.phrase(reading, role: FigureFormat.profitRole) {
      "\(FigureFormat.fundingWord($0)) \(format.money($0.magnitude))"
    }
  }
}
