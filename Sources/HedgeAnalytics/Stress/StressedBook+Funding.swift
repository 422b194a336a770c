import FoundationEssentials
import HedgeModel

extension StressedBook {
  /// Funding a leg receives (positive) or pays while the scenario goes `scale` of its way, in the portfolio's
  /// currency: −N·rate at every payment, N at the prices of the scenario.
  func funding(of leg: LegFigures, at scale: Double) -> Reading<Double> {
    guard let fraction = fundingFractions[leg.leg.instrument] else { return .stated(0) }
    let isLinear = leg.instrument.convention == .linear
    let notional = isLinear ? leg.notional * factor(of: leg.instrument, at: scale) : leg.notional
    return notional.map { FundingCash.received(notional: $0, rate: fraction * scale) }
  }

  /// The portfolio with funding booked where it is paid from: the wallet, or an isolated position's own margin. What is
  /// unknown is not booked; the margin figures of its account are unknown for the same reason.
  func funded(at scale: Double, prices: ValuationInput) -> Portfolio {
    var booked: [AccountID: [Asset: Double]] = [:]
    var isolated: [LegID: Double] = [:]
    for leg in book.legs {
      let price = prices.stressPrice(of: leg.settlementAsset)
      let amount = funding(of: leg, at: scale).divided(by: price, undefined: "a settlement asset without value")
      guard let amount = amount.value, amount != 0 else { continue }
      if leg.leg.isolatedMarginValue != nil {
        isolated[leg.id] = amount
      } else {
        booked[leg.leg.account, default: [:]][leg.settlementAsset, default: 0] += amount
      }
    }
    let portfolio = book.portfolio
    return portfolio.with(accounts: portfolio.accounts.map { $0.booking(booked[$0.id] ?? [:]) })
      .with(strategies: portfolio.strategies.map { $0.booking(isolated) })
  }
}

extension Account {
  fileprivate func booking(_ amounts: [Asset: Double]) -> Account {
    var balances = balances
    for (asset, amount) in amounts { balances[asset, default: 0] += Decimal(estimate: amount) ?? 0 }
    return with(balances: balances)
  }
}

extension Strategy {
  fileprivate func booking(_ amounts: [LegID: Double]) -> Strategy {
    guard !amounts.isEmpty else { return self }
    return with(
      legs: legs.map { leg in
        guard let amount = amounts[id(of: leg)], case .isolated(let margin) = leg.marginMode else { return leg }
        return leg.with(marginMode: .isolated(margin: margin + (Decimal(estimate: amount) ?? 0)))
      })
  }
}
