import FoundationEssentials
import HedgeModel

extension TransitionRequest {
  /// Coins sold after a step, on the lot; all of them after the last.
  func sold(after number: Int) -> Decimal {
    if number >= steps { return quantity }
    let share = quantity * Decimal(number) / Decimal(steps)
    return min(quantity, LotRounding.round(share.inexact, lotStep: from.spot.lotStep, rounding: .towardZero))
  }

  /// The step `number` beginning where the transition stands.
  func step(_ number: Int, from position: TransitionPosition) -> TransitionStep {
    let selling = max(0, sold(after: number) - position.sold)
    let proceeds = max(0, position.unspent + selling.inexact * from.price)
    let buying = to.map { LotRounding.round(proceeds / $0.price, lotStep: $0.spot.lotStep, rounding: .towardZero) } ?? 0
    var after = position
    after.sold += selling
    after.bought += buying
    after.unspent = to.map { proceeds - buying.inexact * $0.price } ?? proceeds
    let spot = [from.order(-selling), to?.order(buying)].compactMap { $0 }
    let ticket = TradeTicket(
      strategy: strategy, at: at, currency: currency, book: book(at: position), orders: spot + hedgeOrders(at: after))
    for line in ticket.lines where line.instrument.isFuture { after.contracts[line.id, default: 0] += line.contracts }
    return TransitionStep(number: number, ticket: ticket, before: position, after: after)
  }

  /// The book where a transition stands.
  func book(at position: TransitionPosition) -> TicketBook {
    let coins = coins(at: position)
    return TicketBook(
      value: coins.reduce(rest.value) { $0 + $1.value },
      unhedgedBetaValue: coins.reduce(rest.unhedgedBetaValue) { $0 + $1.value * $1.beta },
      legBetaValue: hedges.reduce(rest.legBetaValue) { $0 + held($1, position) * $1.contractBetaValue },
      hedgeRatio: hedgeRatio, band: band)
  }

  private func coins(at position: TransitionPosition) -> [(value: Double, beta: Double)] {
    let kept = ((from.quantity - position.sold).inexact * from.price, from.beta)
    return [kept] + (to.map { [(($0.quantity + position.bought).inexact * $0.price, $0.beta)] } ?? [])
  }

  /// What the hedges lack once the spot has moved: each coin's own short by its value, a shared one by the whole drift.
  private func hedgeOrders(at position: TransitionPosition) -> [TicketOrder] {
    switch hedging {
    case .shared(let hedge):
      return [hedge.order(-book(at: position).openBetaValue / hedge.contractBetaValue)]
    case .each:
      return zip(hedges, coins(at: position)).map { hedge, coin in
        hedge.order(-hedgeRatio * coin.value * coin.beta / hedge.contractBetaValue - held(hedge, position))
      }
    }
  }

  private func held(_ hedge: TransitionHedge, _ position: TransitionPosition) -> Double {
    (position.contracts[hedge.id] ?? 0).inexact
  }
}
