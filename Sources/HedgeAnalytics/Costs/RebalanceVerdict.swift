import HedgeModel

/// Whether trading back to the target now is worth what it costs.
///
/// Drift left alone over a time t adds the variance (δ·V·σ_b)²·t to the book. At a price of risk λ that variance is
/// worth λ·(δ·V·σ_b)²·t; when trading costs less, trade.
public struct RebalanceVerdict: Hashable, Sendable {
  /// What to do.
  public enum Decision: String, Hashable, Sendable {
    /// The variance removed is worth more than the trade costs.
    case rebalance
    /// It is not.
    case wait
  }

  /// What it was decided on.
  public let basis: RebalanceCase
  /// What to do.
  public let decision: Decision
  /// (δ·V·σ_b)²·t with the drift as it is, in the square of the portfolio's currency.
  public let varianceNow: Double
  /// The same with the drift that rounding leaves.
  public let varianceAfter: Double
  /// What the trade removes; negative when rounding would leave more than there is.
  public let varianceRemoved: Double
  /// λ = γ/(2·|V|): what one unit of variance is worth, per unit of the portfolio's currency.
  public let riskPrice: Double
  /// λ times the variance removed, in the portfolio's currency.
  public let benefit: Double
  /// |δ| from which on trading is worth `cost`: √(δ_after² + cost/(λ·V²·σ_b²·t)); nil when nothing would be worth it.
  public let breakEvenDrift: Double?
  /// How long the drift must be left alone for trading to be worth `cost`; nil when no time is long enough.
  public let breakEvenHorizon: Duration?

  /// The deviation of the book that the trade takes away, √(variance removed), in the portfolio's currency.
  public var deviationRemoved: Double { max(0, varianceRemoved).squareRoot() }

  /// Deviation of the book over one day that the drift adds as it is, |δ·V|·σ_b·√(1/365), in the portfolio's currency.
  public var dailyDeviationNow: Double { Self.dailyDeviation(ofDrift: basis.drift, basis) }

  /// The same with the drift that rounding leaves.
  public var dailyDeviationAfter: Double { Self.dailyDeviation(ofDrift: basis.driftAfter, basis) }

  /// Deviation over one day that the trade takes away: the root of the difference of the squares; 0 when rounding would
  /// leave more than there is.
  public var dailyDeviationRemoved: Double {
    max(0, dailyDeviationNow * dailyDeviationNow - dailyDeviationAfter * dailyDeviationAfter).squareRoot()
  }

  /// The verdict on a case.
  public init(_ basis: RebalanceCase) {
    self.basis = basis
    let unit = Self.variance(ofDrift: 1, basis)
    varianceNow = basis.drift * basis.drift * unit
    varianceAfter = basis.driftAfter * basis.driftAfter * unit
    varianceRemoved = varianceNow - varianceAfter
    riskPrice = basis.value == 0 ? 0 : basis.riskAversion / (2 * abs(basis.value))
    benefit = riskPrice * varianceRemoved
    decision = benefit > basis.cost ? .rebalance : .wait
    let worth = riskPrice * unit
    breakEvenDrift =
      worth > 0 ? (basis.driftAfter * basis.driftAfter + max(0, basis.cost) / worth).squareRoot() : nil
    breakEvenHorizon =
      benefit > 0 && basis.cost / benefit < 1e5 ? .seconds(basis.horizon.inSeconds * basis.cost / benefit) : nil
  }

  /// The verdict on readings: unknown with the first reason when one of them is unknown.
  ///
  /// - Parameters:
  ///   - driftAfter: the residual of the rounded trade.
  ///   - horizon: how long the drift would be left as it is.
  ///   - riskAversion: see ``RebalanceCase/riskAversion``.
  public static func judge(
    drift: Reading<Double>, driftAfter: Double = 0, value: Reading<Double>, benchmarkVolatility: Reading<Double>,
    horizon: Duration, riskAversion: Double, cost: Reading<Double>
  ) -> Reading<RebalanceVerdict> {
    var gate = ReadingGate()
    let taken = (gate.take(drift), gate.take(value), gate.take(benchmarkVolatility), gate.take(cost))
    guard case (let drift?, let value?, let volatility?, let cost?) = taken else {
      return .unknown(gate.missing ?? UnknownReason(.undefined, "nothing to decide on"))
    }
    return gate.reading(
      RebalanceVerdict(
        RebalanceCase(
          drift: drift, driftAfter: driftAfter, value: value, benchmarkVolatility: volatility, horizon: horizon,
          riskAversion: riskAversion, cost: cost)))
  }

  private static func dailyDeviation(ofDrift drift: Double, _ basis: RebalanceCase) -> Double {
    abs(drift * basis.value * basis.benchmarkVolatility) * (1.0 / 365).squareRoot()
  }

  private static func variance(ofDrift drift: Double, _ basis: RebalanceCase) -> Double {
    let deviation = drift * basis.value * basis.benchmarkVolatility
    return deviation * deviation * basis.horizon.inDays / 365
  }
}
