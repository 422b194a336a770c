import HedgeModel

/// Positions and the collateral they share, as a function of one number: the move of the benchmark.
///
/// Every price moves by β·x when the benchmark moves by x: the futures, and the coins in the collateral. All values
/// are in the portfolio's currency. A price stops just above zero.
public struct MarginPool: Sendable {
  /// A coin in the collateral.
  public struct Coin: Hashable, Sendable {
    /// Its value now.
    public let value: Double
    /// Beta of the coin to the benchmark.
    public let beta: Double

    /// A coin; see the properties.
    public init(value: Double, beta: Double) {
      self.value = value
      self.beta = beta
    }
  }

  /// A position, and how its price moves with the benchmark.
  public struct Exposure: Hashable, Sendable {
    /// The position.
    public let position: MarginPosition
    /// Beta of its underlying to the benchmark.
    public let beta: Double

    /// An exposure; see the properties.
    public init(position: MarginPosition, beta: Double) {
      self.position = position
      self.beta = beta
    }
  }

  /// Equity against what liquidation takes, at one move of the benchmark.
  public struct State: Hashable, Sendable {
    /// Collateral plus profit.
    public let equity: Double
    /// Maintenance margin.
    public let maintenanceMargin: Double
    /// Equity at which the venue liquidates: maintenance margin times its multiple, plus its fee.
    public let requirement: Double

    /// What is left above the requirement; negative when past liquidation.
    public var excess: Double { equity - requirement }

    /// A state; see the properties.
    public init(equity: Double, maintenanceMargin: Double, requirement: Double) {
      self.equity = equity
      self.maintenanceMargin = maintenanceMargin
      self.requirement = requirement
    }
  }

  private let cash: Double
  private let coins: [Coin]
  private let rules: LiquidationPrice.Requirement
  private var lines: [Line] = []
  private var brackets: [MarginBracket] = []

  /// A pool of `exposures` behind which `cash` and `coins` stand.
  public init(
    cash: Double, coins: [Coin] = [], exposures: [Exposure],
    requirement: LiquidationPrice.Requirement = LiquidationPrice.Requirement()
  ) {
    self.cash = cash
    self.coins = coins
    self.rules = requirement
    lines.reserveCapacity(exposures.count)
    for exposure in exposures where exposure.position.size != 0 { append(exposure.position, exposure.beta) }
  }

  /// True when nothing is held, so that nothing can be liquidated.
  public var isEmpty: Bool { lines.isEmpty }

  /// The pool's state when the benchmark has moved by `move`, a fraction.
  public func state(at move: Double) -> State {
    var equity = cash
    for coin in coins { equity += coin.value * Self.factor(coin.beta, move) }
    var margin = 0.0
    var fees = 0.0
    brackets.withUnsafeBufferPointer { brackets in
      for line in lines {
        let factor = Self.factor(line.beta, move)
        equity += line.equityIntercept + line.equitySlope * factor
        margin += line.maintenanceMargin(factor, brackets)
        fees += line.isInverse ? line.notional * line.unit : line.notional * line.unit * factor
      }
    }
    return State(
      equity: equity, maintenanceMargin: margin,
      requirement: margin * rules.multiple + fees * rules.feeRate)
  }

  /// What a price is multiplied by: 1 + β·x, kept above zero because no price falls through it.
  private static func factor(_ beta: Double, _ move: Double) -> Double { max(1 + beta * move, 1e-9) }

  private mutating func append(_ position: MarginPosition, _ beta: Double) {
    let isInverse = position.convention == .inverse
    let first = brackets.count
    brackets.append(contentsOf: position.tiers.brackets)
    let unit = position.settlementPrice
    lines.append(
      Line(
        isInverse: isInverse, beta: beta, notional: position.notional(at: position.markPrice), unit: unit,
        equityIntercept: isInverse
          ? -position.size / position.markPrice * unit : -position.size * position.entryPrice * unit,
        equitySlope: isInverse
          ? position.size / position.entryPrice * unit : position.size * position.markPrice * unit,
        coins: isInverse ? nil : abs(position.size),
        growth: position.tiers.rule == .linearGrowth ? position.tiers.growthPerCoinValue : 0,
        firstBracket: first,
        bracketCount: position.tiers.rule == .linearGrowth ? 1 : position.tiers.brackets.count))
  }
}

extension MarginPool {
  /// A position reduced to plain numbers: the solver reads thousands of them dozens of times.
  struct Line {
    let isInverse: Bool
    let beta: Double
    /// Unsigned, at the mark, in the settlement asset.
    let notional: Double
    /// Value of the settlement asset at the mark.
    let unit: Double
    /// Profit is intercept + slope·factor: a straight line for linear, and for inverse too once its coins are valued.
    let equityIntercept: Double
    let equitySlope: Double
    /// Size in coins where it does not depend on the price.
    let coins: Double?
    let growth: Double
    let firstBracket: Int
    let bracketCount: Int

    func maintenanceMargin(_ factor: Double, _ brackets: UnsafeBufferPointer<MarginBracket>) -> Double {
      let moved = isInverse ? notional / factor : notional * factor
      let price = isInverse ? unit * factor : unit
      var index = firstBracket
      while index + 1 < firstBracket + bracketCount, brackets[index + 1].floor <= moved { index += 1 }
      let bracket = brackets[index]
      return (moved * (bracket.rate + growth * (coins ?? moved)) - bracket.deduction) * price
    }
  }
}
