import FoundationEssentials
import HedgeModel

/// A strategy while it is read: its positions as stated, before they are checked against its kind.
struct StrategyDraft {
  /// A leg, its share of its side, and where it is stated.
  struct LegEntry {
    let leg: Leg
    let underlying: Asset
    let weight: Double?
    let place: Place
  }

  let kind: Strategy.Kind
  let holdings: [Holding]
  var legs: [LegEntry]

  /// Legs of a side, but for the one that balances both.
  func legs(_ side: PositionSide, besides balance: InstrumentID? = nil) -> [LegEntry] {
    legs.filter { $0.leg.side == side && $0.leg.instrument != balance }
  }

  /// The one leg of a side; nil when there are none or several.
  func onlyLeg(_ side: PositionSide) -> Leg? {
    let legs = legs(side)
    return legs.count == 1 ? legs[0].leg : nil
  }

  /// The coins of its long side.
  var longCoins: Set<Asset> {
    Set(holdings.map(\.asset)).union(legs(.long).map(\.underlying))
  }
}
