import HedgeModel

/// Net beta of one strategy against its target.
public struct NetBetaFigures: Hashable, Sendable {
  /// What net beta is divided by.
  public enum Denominator: String, Hashable, Sendable {
    /// The value of the spot holdings.
    case spotValue = "spot value"
    /// The value of the long legs and of coins held with them, for a book whose short legs hedge its long ones.
    case grossLongValue = "gross long value"
    /// Spot value and cash, for a leveraged book that holds no coins.
    case equity
    /// The value of the coins sold, for a reverse carry.
    case spotSold = "value sold"
  }

  /// How the drift stands to the band.
  public enum Verdict: Hashable, Sendable {
    /// |drift| ≤ band.
    case inBand
    /// |drift| > band: too little hedged (drift above target) or too much.
    case breach
    /// An input is stale: the last known drift is shown with its age, and nothing may be decided on it.
    case stale
    /// An input is missing.
    case unknown(UnknownReason)
  }

  /// What net beta is divided by.
  public let denominator: Denominator
  /// Value of the denominator.
  public let denominatorValue: Reading<Double>
  /// Value-weighted beta of the unhedged book: β_S = B_S / V_S.
  public let spotBeta: Reading<Double>
  /// Headline: (B_S + Σ N·β) / V_S.
  public let netBeta: Reading<Double>
  /// The same numerator over spot value plus cash and margin balances.
  public let netBetaOverEquity: Reading<Double>
  /// β*: (1 − H)·β_S, or the net beta stated.
  public let target: Reading<Double>
  /// δ = net beta − target.
  public let drift: Reading<Double>
  /// δ·V, V the denominator: the value of the benchmark by which the book is hedged too little (positive) or too much
  /// (negative), in the portfolio's currency.
  public let driftValue: Reading<Double>
  /// H_now = −Σ N·β / B_S.
  public let achievedHedgeRatio: Reading<Double>
  /// Standard error of the drift from those of the betas; unknown when one of them has none.
  public let driftStandardError: Reading<Double>
  /// True when |drift| lies within two standard errors of the band's edge: the verdict may be chance.
  public let isWithinNoise: Reading<Bool>
  /// The band of the policy.
  public let band: Double
  /// In band, breach, stale or unknown.
  public let verdict: Verdict
  /// What moved the drift since the last review; unknown before the first one.
  public let attribution: Reading<DriftAttribution>

  /// Net beta figures; see the properties.
  public init(
    denominator: Denominator, denominatorValue: Reading<Double>, spotBeta: Reading<Double>, netBeta: Reading<Double>,
    netBetaOverEquity: Reading<Double>, target: Reading<Double>, drift: Reading<Double>,
    driftValue: Reading<Double>, achievedHedgeRatio: Reading<Double>, driftStandardError: Reading<Double>,
    isWithinNoise: Reading<Bool>,
    band: Double, verdict: Verdict, attribution: Reading<DriftAttribution>
  ) {
    self.denominator = denominator
    self.denominatorValue = denominatorValue
    self.spotBeta = spotBeta
    self.netBeta = netBeta
    self.netBetaOverEquity = netBetaOverEquity
    self.target = target
    self.drift = drift
    self.driftValue = driftValue
    self.achievedHedgeRatio = achievedHedgeRatio
    self.driftStandardError = driftStandardError
    self.isWithinNoise = isWithinNoise
    self.band = band
    self.verdict = verdict
    self.attribution = attribution
  }
}
