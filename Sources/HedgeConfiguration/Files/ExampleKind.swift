/// The sample portfolios that come with hedgetop, all on the simulated market: one for each kind of strategy, and a book
/// of several together.
public enum ExampleKind: String, Hashable, Sendable, CaseIterable {
  /// Ten coins hedged by six legs; the one that explains every key, shown when nothing is configured.
  case spotHedge = "spot-hedge"
  /// Futures long on three coins, short on the benchmark.
  case basket
  /// One coin long, another short.
  case pair
  /// Two baskets of futures, equal in dollars and in beta.
  case sectorSpread = "sector-spread"
  /// Coins sold in a dated future, others in a perpetual.
  case cashAndCarry = "cash-and-carry"
  /// Coins sold, futures bought.
  case reverseCarry = "reverse-carry"
  /// Futures on top of coins, to a net beta of 1.5.
  case leveragedLong = "leveraged-long"
  /// A hedged core, a pair and a carry.
  case book

  /// Its configuration, as text with comments.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  private var bytes: [UInt8] {
    switch self {
    case .spotHedge: PackageResources.example_toml
    case .basket: PackageResources.basket_toml
    case .pair: PackageResources.pair_toml
    case .sectorSpread: PackageResources.sector_spread_toml
    case .cashAndCarry: PackageResources.cash_and_carry_toml
    case .reverseCarry: PackageResources.reverse_carry_toml
    case .leveragedLong: PackageResources.leveraged_long_toml
    case .book: PackageResources.book_toml
    }
  }
}
