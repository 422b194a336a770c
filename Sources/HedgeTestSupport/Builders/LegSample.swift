import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// A linear futures leg of a sample snapshot, in the few numbers its figures follow from.
public struct LegSample: Sendable {
  /// The future's symbol; any text.
  public var symbol: String
  /// The coin it is on.
  public var underlying: Asset
  /// Signed contracts of one coin each.
  public var contracts: Decimal
  /// Average entry price.
  public var entry: Decimal
  /// Mark price.
  public var mark: Double
  /// Beta of the underlying.
  public var beta: Double
  /// Funding per interval; nil for a dated future.
  public var fundingRate: Double?
  /// Hours between two stamps.
  public var intervalHours: Double
  /// Future over spot less one, in basis points.
  public var basis: Double
  /// Liquidation price.
  public var liquidation: Double
  /// The account that holds it.
  public var account: AccountID
  /// Whether the rate has changed its sign since the last review.
  public var hasReversed: Bool

  /// A leg; see the properties.
  public init(
    _ symbol: String, underlying: Asset, contracts: Decimal, entry: Decimal, mark: Double, beta: Double,
    fundingRate: Double?, intervalHours: Double = 8, basis: Double, liquidation: Double, account: AccountID = "main",
    hasReversed: Bool = false
  ) {
    self.symbol = symbol
    self.underlying = underlying
    self.contracts = contracts
    self.entry = entry
    self.mark = mark
    self.beta = beta
    self.fundingRate = fundingRate
    self.intervalHours = intervalHours
    self.basis = basis
    self.liquidation = liquidation
    self.account = account
    self.hasReversed = hasReversed
  }

  /// N = n · F.
  public var notional: Double { contracts.inexact * mark }

  /// n · (F − entry).
  public var profit: Double { contracts.inexact * (mark - entry.inexact) }

  /// Cash a day, received positive: −N · rate · 24 / interval; nil for a dated future.
  public var fundingPerDay: Double? { fundingRate.map { -notional * $0 * 24 / intervalHours } }
}
