import HedgeModel

/// Numbers the coins of a strategy, so that what is netted by coin is looked up once and not for every figure.
struct CoinSlots: Sendable {
  /// The coins, in the order they are met.
  private(set) var coins: [Asset] = []
  /// The coin of each holding.
  private(set) var holdings: [Int] = []
  /// The coin of each leg's underlying.
  private(set) var legs: [Int] = []

  /// The slots of the holdings' coins and of the legs' underlyings.
  init(holdings: [Asset], legs: [Asset]) {
    var slots: [Asset: Int] = Dictionary(minimumCapacity: holdings.count)
    self.holdings = holdings.map { slot(of: $0, in: &slots) }
    self.legs = legs.map { slot(of: $0, in: &slots) }
  }

  private mutating func slot(of coin: Asset, in slots: inout [Asset: Int]) -> Int {
    if let slot = slots[coin] { return slot }
    slots[coin] = coins.count
    coins.append(coin)
    return coins.count - 1
  }
}
