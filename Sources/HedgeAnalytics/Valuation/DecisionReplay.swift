import FoundationEssentials
import HedgeModel

extension Portfolio {
  /// The portfolio after `decisions`, oldest first: ratios changed, fills added to their legs, and the profit they
  /// realised and the fees they cost booked to the wallets. What was undone is left out.
  ///
  /// Fills are added to what the portfolio states now, with the entry price averaged anew, so an undone fill in the
  /// middle leaves the others right. Decisions about a strategy or leg that is no longer configured do nothing.
  public func applying(_ decisions: [Decision]) -> Portfolio {
    decisions.effective.reduce(self) { $0.applying($1) }
  }

  private func applying(_ decision: Decision) -> Portfolio {
    switch decision.change {
    case .hedgeRatio(_, let ratio): aiming(decision.strategy, at: .hedgeRatio(ratio))
    case .netBeta(_, let beta): aiming(decision.strategy, at: .netBeta(beta))
    case .fill(let fill) where isRead(fill.leg.account): self  // the venue's positions hold it already
    case .fill(let fill):
      filling(fill.leg, contracts: fill.contracts, price: fill.price, fee: fill.fee, at: decision.at)
    case .review, .acknowledgement, .snooze, .undo: self
    }
  }

  private func isRead(_ account: AccountID) -> Bool { accounts.first { $0.id == account }?.isRead ?? false }

  /// A ratio says nothing to a strategy that now aims at a net beta, nor the other way round.
  private func aiming(_ name: String, at aim: HedgePolicy.Aim) -> Portfolio {
    replacing(name) { strategy in
      strategy.policy.aim.at(aim.value) == aim ? strategy.with(policy: strategy.policy.aiming(at: aim.value)) : strategy
    }
  }

  /// The same portfolio with the strategies of this name transformed.
  func replacing(_ name: String, _ transform: (Strategy) -> Strategy) -> Portfolio {
    with(strategies: strategies.map { $0.name == name ? transform($0) : $0 })
  }

  /// The portfolio after a trade of `contracts` in `leg`; `time` is when a position opened by it begins.
  func filling(_ leg: LegID, contracts: Decimal, price: Decimal, fee: Decimal?, at time: Timestamp?) -> Portfolio {
    guard price > 0, let instrument = instruments[leg.instrument],
      let strategy = strategies.first(where: { $0.name == leg.strategy }),
      let held = strategy.legs.first(where: { strategy.id(of: $0) == leg })
    else { return self }
    let fill = Fill(
      leg: leg, contracts: contracts, price: price, fee: fee, oldContracts: held.contracts,
      oldEntryPrice: held.entryPrice, convention: instrument.convention)
    // A position that began with the fill, from nothing, opened with it.
    let filled = held.with(
      contracts: fill.newContracts, entryPrice: fill.newEntryPrice, openedAt: held.contracts == 0 ? time : nil)
    return replacing(leg.strategy) { strategy in
      strategy.with(legs: strategy.legs.map { strategy.id(of: $0) == leg ? filled : $0 })
    }.booking(fill, of: instrument)
  }

  private func booking(_ fill: Fill, of instrument: Instrument) -> Portfolio {
    let asset = instrument.convention == .linear ? instrument.quote : instrument.settlement
    let change = fill.realisedProfit(of: instrument) - settledFee(fill, instrument)
    guard change != 0 else { return self }
    return with(
      accounts: accounts.map { account in
        guard account.id == fill.leg.account else { return account }
        return account.with(balances: account.balances.merging([asset: change], uniquingKeysWith: +))
      })
  }

  /// The fee, which is stated in the portfolio's currency, in what the leg settles in: coins at the price of the fill
  /// when inverse.
  private func settledFee(_ fill: Fill, _ instrument: Instrument) -> Decimal {
    guard let fee = fill.fee, fee != 0, let rate = conversionRate(of: instrument.quote),
      let conversion = Decimal(estimate: rate), conversion != 0
    else { return 0 }
    let quoted = fee / conversion
    return instrument.convention == .linear ? quoted : quoted / fill.price
  }
}
