/// The parts of Bybit, each with symbols and streams of its own: `BTCUSDT` is a coin in one and a perpetual in another.
public enum BybitCategory: String, Hashable, Sendable, CaseIterable {
  /// Coins.
  case spot
  /// Perpetuals and dated futures settled in USDT or USDC; contracts are coins.
  case linear
  /// Perpetuals and dated futures settled in the coin; contracts are US dollars.
  case inverse

  /// The venue part of its instruments' names: `bybit-linear`.
  var venue: String { "bybit-\(rawValue)" }

  /// Its name in print.
  var title: String {
    switch self {
    case .spot: "Bybit spot"
    case .linear: "Bybit linear"
    case .inverse: "Bybit inverse"
    }
  }
}
