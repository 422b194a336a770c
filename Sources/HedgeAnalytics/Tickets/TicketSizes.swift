import FoundationEssentials
import HedgeModel

/// The contracts of each order of a ticket, rounded together.
struct TicketSizes {
  /// Signed contracts of each order, zero where nothing is traded.
  let contracts: [Decimal]
  /// Beta-dollars that rounding leaves: Σ(n − n*)·m·F·β.
  let residual: Double
  /// Orders the venue would refuse.
  let warnings: [TradeTicket.Warning]

  init(_ orders: [TicketOrder], rounding: HedgePolicy.Rounding) {
    var warnings: [TradeTicket.Warning] = []
    let choices = orders.map { Self.choices($0, rounding, &warnings) }
    let legs = zip(orders, choices).map { order, choices in
      let values = choices.map { $0.inexact * order.contractBetaValue }
      return SetRounding.Leg(
        wanted: order.wantedContracts * order.contractBetaValue, values[0], or: values.count > 1 ? values[1] : nil)
    }
    let rounded = SetRounding(legs, open: -legs.reduce(0) { $0 + $1.wanted })
    contracts = zip(choices, rounded.picks).map { $0[$1] }
    residual = rounded.residual
    self.warnings = warnings
  }

  /// The lots on either side that the venue takes; nothing where it takes neither.
  private static func choices(
    _ order: TicketOrder, _ rounding: HedgePolicy.Rounding, _ warnings: inout [TradeTicket.Warning]
  ) -> [Decimal] {
    switch order.size {
    case .counted(let contracts):
      if let refusal = order.refusal(of: contracts) { warnings.append(.belowMinimum(order.id, refusal)) }
      return [contracts]
    case .estimated(let exact):
      let modes: [HedgePolicy.Rounding] =
        switch rounding {
        case .nearest, .minimumResidual: [.towardZero, .awayFromZero]
        case .towardZero, .awayFromZero: [rounding]
        }
      let lots = modes.map { LotRounding.round(exact, lotStep: order.instrument.lotStep, rounding: $0) }
      if let refusal = lots.last.flatMap(order.refusal) { warnings.append(.belowMinimum(order.id, refusal)) }
      let taken = lots.map { order.refusal(of: $0) == nil ? $0 : 0 }
      return taken.count == 2 && taken[0] == taken[1] ? [taken[0]] : taken
    }
  }
}
