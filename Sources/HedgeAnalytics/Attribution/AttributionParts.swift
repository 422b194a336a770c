import FoundationEssentials
import HedgeModel

/// Profit by its causes, in the portfolio's currency. What was counted is exact, what is split by beta an estimate.
public struct AttributionParts: Sendable, Hashable {
  /// The benchmark moved.
  public var beta: Reading<Double>
  /// The coins moved otherwise than their betas say.
  public var alpha: Reading<Double>
  /// The futures moved otherwise than their underlyings.
  public var basis: Reading<Double>
  /// Funding received (positive) or paid.
  public var funding: Reading<Decimal>
  /// Fees, negative when paid.
  public var fees: Reading<Decimal>
  /// Fills against the mid, negative when worse.
  public var slippage: Reading<Decimal>
  /// Coins in the collateral were worth more, or less.
  public var collateral: Reading<Double>
  /// The sum of the parts; known also where it cannot be split.
  public var total: Reading<Double>
  /// Change of the equity in the books, less what came in: counted without regard to the parts.
  public var equityChange: Reading<Decimal>

  /// What the books say beyond the parts: zero to the cent, or something is wrong.
  public var residual: Reading<Decimal> { equityChange.combined(with: total.decimal, -) }

  /// Nothing at all.
  public static let zero = AttributionParts(
    beta: .stated(0), alpha: .stated(0), basis: .stated(0), funding: .stated(0), fees: .stated(0),
    slippage: .stated(0), collateral: .stated(0), total: .stated(0), equityChange: .stated(0))

  /// One part, for a list of them.
  public subscript(part: AttributionPart) -> Reading<Double> {
    switch part {
    case .beta: beta
    case .alpha: alpha
    case .basis: basis
    case .funding: funding.map(\.inexact)
    case .fees: fees.map(\.inexact)
    case .slippage: slippage.map(\.inexact)
    case .collateral: collateral
    }
  }

  /// The parts of both; what is unknown in one is unknown in the sum.
  public static func + (left: AttributionParts, right: AttributionParts) -> AttributionParts {
    AttributionParts(
      beta: left.beta + right.beta, alpha: left.alpha + right.alpha, basis: left.basis + right.basis,
      funding: left.funding.combined(with: right.funding, +), fees: left.fees.combined(with: right.fees, +),
      slippage: left.slippage.combined(with: right.slippage, +), collateral: left.collateral + right.collateral,
      total: left.total + right.total, equityChange: left.equityChange.combined(with: right.equityChange, +))
  }

  /// Parts of which none is known, for one reason.
  static func unknown(_ reason: UnknownReason) -> AttributionParts {
    AttributionParts(
      beta: .unknown(reason), alpha: .unknown(reason), basis: .unknown(reason), funding: .unknown(reason),
      fees: .unknown(reason), slippage: .unknown(reason), collateral: .unknown(reason), total: .unknown(reason),
      equityChange: .unknown(reason))
  }
}
