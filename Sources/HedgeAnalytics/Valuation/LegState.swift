import FoundationEssentials
import HedgeModel

/// A leg before its account and its strategy are summed up.
///
/// A reference, because it is large and passed around much: by account, by strategy, by coin. It never changes.
final class LegState: Sendable {
  let plan: LegPlan
  /// The current funding rate; unknown for a dated future.
  let fundingRate: Reading<FundingRate>
  let mark: Reading<Double>
  /// Value of one unit of the asset that profit and margin are counted in.
  let settlementPrice: Reading<Double>
  let notional: Reading<Double>
  let betaDollars: Reading<Double>
  /// Profit since entry in the settlement asset.
  let settledProfit: Reading<Double>
  let unrealisedProfit: Reading<Double>
  let maintenanceMargin: Reading<Double>
  let initialMargin: Reading<Double>
  /// The position as margin rules see it; unknown without an entry price or bracket table.
  let position: Reading<MarginPosition>

  var id: LegID { plan.subject.id }

  var leg: Leg { plan.subject.leg }

  var instrument: Instrument { plan.subject.instrument }

  /// Beta of the underlying.
  var beta: Reading<BetaEstimate> { plan.subject.beta }

  /// Value of one unit of the quote currency.
  var conversion: Reading<Double> { plan.conversion }

  var isHeld: Bool { plan.isHeld }

  init(_ plan: LegPlan, in context: ValuationContext) {
    let leg = plan.subject.leg
    self.plan = plan
    fundingRate =
      plan.paysFunding
      ? context.funding(of: plan) : .unknown(UnknownReason(.undefined, "a dated future pays no funding"))
    let accounts = context.input.accountReadings
    mark = accounts.qualify(
      plan.isSpecified ? Self.checked(context.mark(of: plan), of: leg.instrument) : leg.unspecified(), by: leg.account)
    settlementPrice = context.price(plan.settlementPrice)
    // What is not held is worth nothing at any price, so a flat leg needs none.
    guard plan.isHeld else {
      let nothing: Reading<Double> = accounts.qualify(.stated(0), by: leg.account)
      (notional, betaDollars, settledProfit) = (nothing, nothing, nothing)
      (unrealisedProfit, maintenanceMargin, initialMargin) = (nothing, nothing, nothing)
      position = .unknown(UnknownReason(.undefined, "nothing is held in \(leg.instrument)"))
      return
    }
    let size = plan.size
    notional =
      plan.isLinear
      ? mark.combined(with: plan.conversion) { size * $0 * $1 } : plan.conversion.map { size * $0 }.dated(like: mark)
    betaDollars = notional.combined(with: plan.slope, *)
    settledProfit = Self.profit(plan, mark)
    unrealisedProfit = settledProfit * settlementPrice
    let leverage: Reading<Double> =
      leg.leverageValue.map { .stated($0) }
      ?? .unknown(UnknownReason(.notReceived, "the venue does not tell the leverage of \(leg.instrument)"))
    initialMargin = notional.combined(with: leverage) { MaintenanceMargin.initial(notional: $0, leverage: $1) }
    guard leg.marginMode != .untold else {
      let untold = UnknownReason(.notReceived, "the venue does not tell what margin stands behind \(leg.instrument)")
      maintenanceMargin = .unknown(untold)
      position = .unknown(untold)
      return
    }
    maintenanceMargin = Self.maintenance(plan, mark) * settlementPrice
    position = Self.position(plan, mark, settledProfit, settlementPrice)
  }
}

extension LegState {
  private static func position(
    _ plan: LegPlan, _ mark: Reading<Double>, _ profit: Reading<Double>, _ settlementPrice: Reading<Double>
  ) -> Reading<MarginPosition> {
    var gate = ReadingGate()
    _ = gate.take(profit)
    let values = (gate.take(mark), gate.take(plan.tiers), gate.take(settlementPrice), plan.subject.leg.entryPriceValue)
    guard case (let mark?, let tiers?, let price?, let entry?) = values else {
      return .unknown(gate.missing ?? noEntryPrice(plan))
    }
    return gate.reading(
      MarginPosition(
        convention: plan.isLinear ? .linear : .inverse, size: plan.size, entryPrice: entry, markPrice: mark,
        tiers: tiers, settlementPrice: price))
  }

  private static func noEntryPrice(_ plan: LegPlan) -> UnknownReason {
    UnknownReason(.notConfigured, "no entry price of \(plan.subject.leg.instrument)")
  }

  private static func checked(_ mark: Reading<Double>, of id: InstrumentID) -> Reading<Double> {
    guard let value = mark.value, !(value > 0 && value.isFinite) else { return mark }
    return .unknown(UnknownReason(.invalid, "the mark price of \(id) is \(value)"))
  }

  private static func profit(_ plan: LegPlan, _ mark: Reading<Double>) -> Reading<Double> {
    guard let entry = plan.subject.leg.entryPriceValue, entry > 0 else { return .unknown(noEntryPrice(plan)) }
    let size = plan.size
    return plan.isLinear ? mark.map { size * ($0 - entry) } : mark.map { size * (1 / entry - 1 / $0) }
  }

  private static func maintenance(_ plan: LegPlan, _ mark: Reading<Double>) -> Reading<Double> {
    let size = abs(plan.size)
    return mark.combined(with: plan.tiers) { mark, tiers in
      let notional = plan.isLinear ? size * mark : size / mark
      return MaintenanceMargin.amount(notional: notional, size: plan.isLinear ? size : notional, tiers: tiers)
    }
  }
}
