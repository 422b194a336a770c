import FoundationEssentials
import HedgeModel

extension TransitionRequest {
  /// Refuses what makes no plan.
  func check() throws(TransitionError) {
    guard steps > 0 else { throw .noSteps(steps) }
    guard quantity > 0, quantity <= from.quantity else { throw .quantity(quantity, held: from.quantity) }
    for coin in [from] + (to.map { [$0] } ?? []) where !(coin.price > 0 && coin.price.isFinite) {
      throw .price(coin.spot.id)
    }
    if let to, to.spot.id == from.spot.id { throw .sameTwice(to.spot.id) }
    for hedge in hedges {
      guard hedge.price > 0, hedge.price.isFinite else { throw .price(hedge.instrument.id) }
      guard hedge.contractBetaValue.isFinite, hedge.contractBetaValue != 0 else {
        throw .movesNothing(hedge.instrument.id)
      }
    }
    if case .each(let from, let other) = hedging {
      if let to, other == nil { throw .noHedge(to.spot.underlying) }
      if let other, other.id == from.id { throw .sameTwice(other.instrument.id) }
    }
  }
}
