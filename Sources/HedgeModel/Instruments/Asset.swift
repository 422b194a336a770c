/// A coin or a currency, named by its symbol: `BTC`, `USD`, `USDT`.
public struct Asset: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The symbol, upper case by convention.
  public let symbol: String

  /// The asset with this symbol.
  public init(_ symbol: String) {
    self.symbol = symbol
  }

  /// A literal is the symbol.
  public init(stringLiteral symbol: String) {
    self.symbol = symbol
  }

  /// The symbol.
  public var description: String { symbol }

  /// Orders by symbol.
  public static func < (left: Asset, right: Asset) -> Bool { left.symbol < right.symbol }
}
