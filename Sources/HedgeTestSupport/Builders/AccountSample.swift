import HedgeAnalytics
import HedgeModel

/// A margin account of a sample snapshot, in the few numbers its figures follow from.
public struct AccountSample: Sendable {
  /// Its name.
  public var id: AccountID
  /// Whose rules it follows.
  public var convention: MarginConvention
  /// Wallet balance.
  public var wallet: Double
  /// Maintenance margin.
  public var maintenance: Double
  /// The benchmark's move that liquidates it; nil when none does.
  public var liquidatingMove: Double?
  /// Collateral to add to survive +20 %.
  public var toSurvive: Double

  /// An account; see the properties.
  public init(
    _ id: AccountID, convention: MarginConvention = .binance, wallet: Double, maintenance: Double,
    liquidatingMove: Double?, toSurvive: Double = 0
  ) {
    self.id = id
    self.convention = convention
    self.wallet = wallet
    self.maintenance = maintenance
    self.liquidatingMove = liquidatingMove
    self.toSurvive = toSurvive
  }

  /// The venue's ratio of these numbers, under its own name.
  public func ratio(equity: Double, _ reading: (Double) -> Reading<Double>) -> MarginRatio {
    switch convention {
    case .binance:
      MarginRatio(
        name: "Margin ratio", value: reading(maintenance / equity), direction: .highIsBad, liquidatesAt: 1)
    case .okx:
      MarginRatio(name: "Margin ratio", value: reading(equity / maintenance), direction: .lowIsBad, liquidatesAt: 1)
    case .binancePortfolio:
      MarginRatio(name: "uniMMR", value: reading(equity / maintenance), direction: .lowIsBad, liquidatesAt: 1.05)
    case .bybit, .deribit, .hyperliquid:
      MarginRatio(
        name: "Account MM rate", value: reading(maintenance / equity), direction: .highIsBad, liquidatesAt: 1)
    }
  }
}
