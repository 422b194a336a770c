import HedgeModel

/// One strategy of a comparison. Values are in the portfolio's currency.
public struct ComparisonRow: Hashable, Sendable {
  /// What the money does.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// What is held and short now.
    case current
    /// The coins, unhedged.
    case longOnly = "long-only"
    /// The coins, and H dollars short for each dollar held, whatever their beta.
    case simpleDollar = "simple-dollar"
    /// The coins, and H of their beta-dollars short.
    case betaWeighted = "beta-weighted"
    /// The coins, and all of their beta-dollars short.
    case betaNeutral = "beta-neutral"
    /// The coins other than the benchmark long and the benchmark short, so that the betas cancel; gross value as now.
    case pairs
    /// Everything in the coin the future is on, against as much of the future short.
    case carry

    /// What it does, in a few words.
    public var words: String {
      switch self {
      case .current: "as it is now"
      case .longOnly: "coins without a hedge"
      case .simpleDollar: "short H dollars a dollar"
      case .betaWeighted: "short H of the beta"
      case .betaNeutral: "short all of the beta"
      case .pairs: "other coins against the benchmark"
      case .carry: "the coin against its future"
      }
    }
  }

  /// What the money does.
  public let kind: Kind
  /// Value held long, which net beta is measured over.
  public let longValue: Reading<Double>
  /// Signed notional of the futures.
  public let legNotional: Reading<Double>
  /// (B + ΣN·β) / V.
  public let netBeta: Reading<Double>
  /// Initial margin of the futures: Σ|N|·rate.
  public let marginNeeded: Reading<Double>
  /// Funding a day; positive is received.
  public let fundingPerDay: Reading<Double>
  /// Profit when the benchmark falls by ``HedgeComparison/move`` and every price moves β·x with it.
  public let profitAtFall: Reading<Double>
  /// Profit when it rises by as much.
  public let profitAtRise: Reading<Double>

  /// A row; see the properties.
  public init(
    kind: Kind, longValue: Reading<Double>, legNotional: Reading<Double>, netBeta: Reading<Double>,
    marginNeeded: Reading<Double>, fundingPerDay: Reading<Double>, profitAtFall: Reading<Double>,
    profitAtRise: Reading<Double>
  ) {
    self.kind = kind
    self.longValue = longValue
    self.legNotional = legNotional
    self.netBeta = netBeta
    self.marginNeeded = marginNeeded
    self.fundingPerDay = fundingPerDay
    self.profitAtFall = profitAtFall
    self.profitAtRise = profitAtRise
  }
}

extension ComparisonRow {
  /// A strategy the book allows nothing to be told of.
  init(_ kind: Kind, unknown reason: UnknownReason) {
    self.init(
      kind: kind, longValue: .unknown(reason), legNotional: .unknown(reason), netBeta: .unknown(reason),
      marginNeeded: .unknown(reason), fundingPerDay: .unknown(reason), profitAtFall: .unknown(reason),
      profitAtRise: .unknown(reason))
  }
}
