import HedgeModel

/// Numbers the coins of a strategy, so that what is netted by coin is looked up once and not for every figure.
struct CoinSlots {
  /// The coins, in the order they are met.
  private(set) var coins: [Asset] = []
  /// The coin of each holding.
  private(set) var holdings: [Int] = []
  /// The coin of each leg's underlying.
  private(set) var legs: [Int] = []

  init(holdings: [HoldingState], legs: [LegState]) {
    var slots: [Asset: Int] = Dictionary(minimumCapacity: holdings.count)
    self.holdings = holdings.map { slot(of: $0.asset, in: &slots) }
    self.legs = legs.map { slot(of: $0.instrument.underlying, in: &slots) }
  }

  private mutating func slot(of coin: Asset, in slots: inout [Asset: Int]) -> Int {
    if let slot = slots[coin] { return slot }
    slots[coin] = coins.count
    coins.append(coin)
    return coins.count - 1
  }
}
