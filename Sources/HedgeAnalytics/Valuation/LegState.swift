import FoundationEssentials
import HedgeModel

/// A leg before its account and its strategy are summed up.
///
/// A reference, because it is large and passed around much: by account, by strategy, by coin. It never changes.
final class LegState: Sendable {
  let id: LegID
  let leg: Leg
  let instrument: Instrument
  /// The current funding rate; unknown for a dated future.
  let fundingRate: Reading<FundingRate>
  let mark: Reading<Double>
  /// Value of one unit of the quote currency.
  let conversion: Reading<Double>
  /// Value of one unit of the asset that profit and margin are counted in.
  let settlementPrice: Reading<Double>
  let notional: Reading<Double>
  let beta: Reading<BetaEstimate>
  let betaDollars: Reading<Double>
  /// Profit since entry in the settlement asset.
  let settledProfit: Reading<Double>
  let unrealisedProfit: Reading<Double>
  let maintenanceMargin: Reading<Double>
  let initialMargin: Reading<Double>
  /// The position as margin rules see it; unknown without an entry price or bracket table.
  let position: Reading<MarginPosition>

  /// Signed size: coins when linear, quote currency when inverse.
  var size: Double { leg.contractsValue * instrument.multiplierValue }

  /// The asset that profit and margin are counted in: the quote currency when linear, the coin when inverse.
  var settlement: Asset { instrument.convention == .linear ? instrument.quote : instrument.settlement }

  var isHeld: Bool { leg.contracts != 0 }

  init(_ leg: Leg, of strategy: Strategy, account: Account?, betas: BetaLookup, in context: ValuationContext) {
    let specified = context.portfolio.instruments[leg.instrument]
    let isKnown = specified != nil
    let instrument = specified ?? .unspecified(leg.instrument)
    let markets = context.input.markets
    let place = markets.layout.place(of: leg.instrument)
    let size = leg.contractsValue * instrument.multiplierValue
    let isHeld = leg.contracts != 0
    let isLinear = instrument.convention == .linear
    self.leg = leg
    self.instrument = instrument
    fundingRate =
      instrument.paysFunding
      ? place.map { markets.values[$0].funding } ?? InstrumentMarket(unknown: leg.instrument).funding
      : .unknown(UnknownReason(.undefined, "a dated future pays no funding"))
    id = strategy.id(of: leg)
    let quoted = place.map { markets.values[$0].mark } ?? InstrumentMarket(unknown: leg.instrument).mark
    mark = isKnown ? Self.checked(quoted, of: leg.instrument) : Self.unspecified(leg.instrument)
    conversion = isKnown ? context.conversion(of: instrument.quote) : Self.unspecified(leg.instrument)
    settlementPrice = isLinear ? conversion : context.price(of: instrument.settlement)
    beta = betas.beta(of: instrument.underlying)
    let tiers = Self.tiers(of: leg.instrument, in: account, leg.account)
    // What is not held is worth nothing at any price, so a flat leg needs none.
    guard isHeld else {
      (notional, betaDollars, settledProfit) = (.stated(0), .stated(0), .stated(0))
      (unrealisedProfit, maintenanceMargin, initialMargin) = (.stated(0), .stated(0), .stated(0))
      position = .unknown(UnknownReason(.undefined, "nothing is held in \(leg.instrument)"))
      return
    }
    notional =
      isLinear ? mark.combined(with: conversion) { size * $0 * $1 } : conversion.map { size * $0 }.dated(like: mark)
    betaDollars = notional.combined(with: beta) { $0 * $1.beta }
    settledProfit = Self.profit(size, leg, instrument, mark)
    unrealisedProfit = settledProfit * settlementPrice
    maintenanceMargin = Self.maintenance(size, instrument, mark, tiers) * settlementPrice
    initialMargin = notional.map { MaintenanceMargin.initial(notional: $0, leverage: leg.leverageValue) }
    position = Self.position(leg, instrument, mark, settledProfit, tiers, settlementPrice)
  }
}

extension LegState {
  private static func position(
    _ leg: Leg, _ instrument: Instrument, _ mark: Reading<Double>, _ profit: Reading<Double>,
    _ tiers: Reading<MarginTiers>, _ settlementPrice: Reading<Double>
  ) -> Reading<MarginPosition> {
    var gate = ReadingGate()
    _ = gate.take(profit)
    let values = (gate.take(mark), gate.take(tiers), gate.take(settlementPrice), leg.entryPriceValue)
    guard case (let mark?, let tiers?, let price?, let entry?) = values else {
      return .unknown(gate.missing ?? UnknownReason(.notConfigured, "no entry price of \(leg.instrument)"))
    }
    return gate.reading(
      MarginPosition(
        convention: instrument.convention, size: leg.contractsValue * instrument.multiplierValue, entryPrice: entry,
        markPrice: mark, tiers: tiers, settlementPrice: price))
  }

  private static func checked(_ mark: Reading<Double>, of id: InstrumentID) -> Reading<Double> {
    guard let value = mark.value, !(value > 0 && value.isFinite) else { return mark }
    return .unknown(UnknownReason(.invalid, "the mark price of \(id) is \(value)"))
  }

  private static func unspecified<Value>(_ id: InstrumentID) -> Reading<Value> {
    .unknown(UnknownReason(.notConfigured, "no specification of \(id) is configured"))
  }

  private static func tiers(
    of instrument: InstrumentID, in account: Account?, _ id: AccountID
  ) -> Reading<MarginTiers> {
    guard let account else { return .unknown(UnknownReason(.notConfigured, "no account \(id) is configured")) }
    guard let tiers = account.tiers[instrument] else {
      return .unknown(UnknownReason(.notConfigured, "no margin tiers of \(instrument) in account \(id)"))
    }
    return .stated(tiers)
  }

  private static func profit(
    _ size: Double, _ leg: Leg, _ instrument: Instrument, _ mark: Reading<Double>
  ) -> Reading<Double> {
    guard let entry = leg.entryPriceValue, entry > 0 else {
      return .unknown(UnknownReason(.notConfigured, "no entry price of \(leg.instrument)"))
    }
    return instrument.convention == .linear
      ? mark.map { size * ($0 - entry) } : mark.map { size * (1 / entry - 1 / $0) }
  }

  private static func maintenance(
    _ size: Double, _ instrument: Instrument, _ mark: Reading<Double>, _ tiers: Reading<MarginTiers>
  ) -> Reading<Double> {
    mark.combined(with: tiers) { mark, tiers in
      let isLinear = instrument.convention == .linear
      let notional = isLinear ? abs(size) * mark : abs(size) / mark
      return MaintenanceMargin.amount(notional: notional, size: isLinear ? abs(size) : notional, tiers: tiers)
    }
  }
}

extension Instrument {
  /// Stands for an instrument nobody specified: every figure of it is unknown.
  static func unspecified(_ id: InstrumentID) -> Instrument {
    Instrument(
      id: id, kind: .perpetual(fundingInterval: .hours(8)), underlying: Asset(id.symbol), quote: Asset(id.symbol),
      settlement: Asset(id.symbol), tickSize: 1, lotStep: 1)
  }
}
