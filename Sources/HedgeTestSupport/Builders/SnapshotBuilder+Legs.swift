import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore

extension SnapshotBuilder {
  func leg(_ sample: LegSample, spotValue: Double) -> LegFigures {
    let id = id(sample)
    let isDated = sample.fundingRate == nil
    let cent = Decimal(1) / 100
    let noMark = "no mark price of \(id.instrument) yet"
    let instrument = Instrument(
      id: id.instrument,
      kind: isDated ? .dated(expiry: now + .days(39)) : .perpetual(fundingInterval: .hours(sample.intervalHours)),
      underlying: sample.underlying, quote: "USD", settlement: "USD", tickSize: cent * 10, lotStep: cent)
    let notional = sample.notional
    return LegFigures(
      id: id,
      leg: Leg(
        instrument: id.instrument, account: sample.account, contracts: sample.contracts, entryPrice: sample.entry,
        leverage: 5),
      instrument: instrument, mark: reading(sample.mark, noMark), notional: reading(notional, noMark),
      beta: reading(BetaEstimate(source: .override, beta: sample.beta)),
      betaDollars: reading(notional * sample.beta, noMark),
      contribution: reading(notional * sample.beta / spotValue, noMark),
      unrealisedProfit: reading(sample.profit, noMark), basis: reading(sample.basis, noMark),
      annualisedBasis: isDated
        ? reading(sample.basis / 1e4 * 365 / 39, noMark)
        : .unknown(UnknownReason(.undefined, "a perpetual has no expiry")),
      funding: funding(of: sample), maintenanceMargin: reading(notional.magnitude * 0.005, noMark),
      initialMargin: reading(notional.magnitude / 5, noMark), liquidationPrice: reading(sample.liquidation, noMark),
      liquidationDistance: reading(sample.liquidation / sample.mark - 1, noMark))
  }

  private func funding(of sample: LegSample) -> LegFundingFigures {
    guard let rate = sample.fundingRate, let perDay = sample.fundingPerDay,
      let funding = FundingRate(rate: rate, interval: .hours(sample.intervalHours), nextStamp: now + .hours(2.22))
    else {
      let reason = UnknownReason(.undefined, "a dated future pays no funding")
      return LegFundingFigures(
        rate: .unknown(reason), annualisedRate: .unknown(reason), perDay: .stated(0), accrued: .stated(0),
        accruedSince: nil, projected: .stated(0), hasReversed: false)
    }
    let missing = "no funding rate of simulated:\(sample.symbol) yet"
    return LegFundingFigures(
      rate: reading(funding, missing), annualisedRate: reading(rate * 8760 / sample.intervalHours, missing),
      perDay: reading(perDay, missing), accrued: reading(perDay * 12.4, missing), accruedSince: now - .days(12.4),
      projected: reading(perDay * 30, missing), hasReversed: sample.hasReversed)
  }

  var funding: FundingFigures {
    let perDay = legs.reduce(0) { $0 + ($1.fundingPerDay ?? 0) }
    let paying = legs.filter { $0.fundingRate != nil }.reduce(0) { $0 + $1.notional.magnitude }
    let gross = legs.reduce(0) { $0 + $1.notional.magnitude }
    let fees = gross * 2 * 0.0005
    let undefined = Reading<Double>.unknown(UnknownReason(.undefined, "no leg pays funding"))
    return FundingFigures(
      perDay: reading(perDay, "no funding rate yet"),
      annualisedYield: paying == 0 ? undefined : reading(perDay * 365 / paying), accrued: reading(perDay * 12.4),
      projected: reading(perDay * 30), holdingPeriod: .days(30), roundTripFees: reading(fees),
      breakEvenMove: gross == 0 ? undefined : reading((fees - perDay * 30) / gross),
      nextStamp: paying == 0 || condition == .unknown ? nil : now + .hours(2.22))
  }

  var history: StrategyHistory {
    let end = drift ?? 0
    let spotValue = spotValue
    let wave = Self.wave(historySamples, phase: 0.3)
    let samples = wave.enumerated().map { index, value in
      // A gap three quarters through, as when a feed was silent.
      let isGap = (historySamples * 3 / 4..<historySamples * 3 / 4 + 9).contains(index)
      let target = condition == .unknown || isGap ? nil : 0.47
      let share = Double(index) / Double(max(1, historySamples - 1))
      return StrategySample(
        at: now - .milliseconds(30_000 * Int64(historySamples - 1 - index)),
        netBeta: target.map { $0 + 0.025 * value * (1 - share) + end * share }, target: target,
        marginRatio: target.map { _ in 0.2 + 0.03 * value },
        spotValue: target.map { _ in spotValue * (1 + 0.01 * value) })
    }
    return StrategyHistory(
      samples: samples, outsideSince: outsideFor.map { now - $0 }, timeOutside: outsideFor ?? .seconds(133))
  }
}
