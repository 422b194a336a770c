import HedgeAnalytics
import HedgeModel
import TerminalCells

extension DetailsView {
  func lines(_ holding: HoldingFigures) -> [DetailLine] {
    let format = context.format
    func line(_ label: String, _ reading: Reading<Double>, _ write: @escaping (Double) -> String) -> DetailLine {
      DetailLine(label, reading, format, write)
    }
    return [
      DetailLine("Market", holding.instrument.description),
      DetailLine("Quantity", holding.quantity, format) {
        format.hidesBalances ? format.hidden : format.exact($0)
      },
      line("Price", holding.price, format.price),
      line("Change in 24 h", holding.change) { format.percentage($0, decimals: 2, sign: .both) },
      line("Value", holding.value) { format.money($0) },
      line("Weight", holding.weight) { format.percentage($0) },
    ] + lines(holding.beta) + [
      line("Value times beta", holding.betaDollars) { format.money($0) },
      line("Contribution to net beta", holding.contribution) { format.beta($0, sign: .both) },
      line("Unrealised profit", holding.unrealisedProfit) { format.money($0, sign: .both) },
    ]
  }

  func lines(_ leg: LegFigures) -> [DetailLine] {
    let format = context.format
    func line(_ label: String, _ reading: Reading<Double>, _ write: @escaping (Double) -> String) -> DetailLine {
      DetailLine(label, reading, format, write)
    }
    let held = leg.isUnread ? [] : position(leg)
    return [DetailLine("Account", leg.id.account.description)] + held + [
      line("Mark price", leg.mark, format.price),
      line("Notional", leg.notional) { format.money($0) },
    ] + lines(leg.beta) + [
      line("Notional times beta", leg.betaDollars) { format.money($0) },
      line("Contribution to net beta", leg.contribution) { format.beta($0, sign: .both) },
      line("Unrealised profit", leg.unrealisedProfit) { format.money($0, sign: .both) },
      line("Basis, bps", leg.basis, format.basisPoints),
      line("Basis a year", leg.annualisedBasis) { format.percentage($0, decimals: 2, sign: .both) },
      line("Initial margin", leg.initialMargin) { format.money($0) },
      line("Maintenance margin", leg.maintenanceMargin) { format.money($0) },
      line("Liquidation price", leg.liquidationPrice, format.price),
      line("Move to liquidation", leg.liquidationDistance) { _ in leg.moveToLiquidation(format) },
    ] + lines(leg.funding)
  }

  /// What is held, as it is stated or was read.
  private func position(_ leg: LegFigures) -> [DetailLine] {
    let format = context.format
    return [
      DetailLine("Contracts", format.hidesBalances ? format.hidden : format.exact(leg.leg.contracts)),
      DetailLine("Entry price", leg.leg.entryPriceValue.map(format.price) ?? format.glyphs.unknown),
      DetailLine("Leverage", leg.leg.leverage.map { format.exact($0) } ?? format.glyphs.unknown),
    ]
  }

  private func lines(_ funding: LegFundingFigures) -> [DetailLine] {
    let format = context.format
    return [
      DetailLine("Funding rate", funding.rate, format) {
        "\(format.percentage($0.rate, decimals: 4, sign: .both)) / \(format.interval($0.interval))"
      },
      DetailLine("Next funding in", funding.rate, format) { rate in
        rate.nextStamp.map { format.countdown(to: $0) } ?? format.glyphs.unknown
      },
      DetailLine("Funding rate a year", funding.annualisedRate, format) {
        format.percentage($0, decimals: 2, sign: .both)
      },
      cash("Funding a day", funding.perDay), cash("Funding accrued", funding.accrued),
      DetailLine("Accrued since", funding.accruedSince.map(ClockText.dayAndTime) ?? format.glyphs.unknown),
      cash("Funding projected", funding.projected),
      DetailLine("Reversed since last review", funding.hasReversed ? "yes" : "no"),
    ]
  }

  /// Cash received positive, with its word.
  func cash(_ label: String, _ reading: Reading<Double>) -> DetailLine {
    let format = context.format
    return DetailLine(label, reading, format) {
      "\(FigureFormat.fundingWord($0)) \(format.money($0.magnitude))"
    }
  }

  private func lines(_ beta: Reading<BetaEstimate>) -> [DetailLine] {
    let format = context.format
    func part(_ label: String, _ value: (BetaEstimate) -> Double?) -> DetailLine? {
      guard let estimate = beta.value, let known = value(estimate) else { return nil }
      return DetailLine(label, format.fixed(known, decimals: 4))
    }
    let optional = [
      part("  standard error", \.standardError), part("  Newey-West error", \.neweyWestError),
      part("  alpha per bar", \.alpha), part("  R squared", \.rSquared), part("  correlation", \.correlation),
    ]
    let count = beta.value?.observations.map { DetailLine("  observations", "\($0)") }
    return [
      DetailLine("Beta", beta, format) { "\(format.beta($0.beta)) (\($0.source.rawValue))" }
    ] + optional.compactMap { $0 } + (count.map { [$0] } ?? [])
  }
}
