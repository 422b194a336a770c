import FoundationEssentials

/// The maintenance-margin brackets of one instrument, as its venue publishes them.
///
/// They are kept once and shared: every valuation hands them on by the thousand.
public struct MarginTiers: Hashable, Sendable {
  /// How a position that reaches into several brackets is charged.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// Each slice at its own bracket's rate: MM = |N|·r_k − cum_k (Binance, Bybit, Hyperliquid).
    case marginal
    /// The whole position at the rate of the bracket it has reached (OKX).
    case wholePosition = "whole-position"
    /// The rate grows with the size: MM = size·(r + slope·size), size in coin (Deribit standard margin).
    case linearGrowth = "linear-growth"
  }

  /// One bracket.
  public struct Tier: Hashable, Sendable {
    /// Notional at which it begins: in the quote currency of a linear future, in the coin of an inverse one.
    public let floor: Decimal
    /// Maintenance margin rate, a fraction.
    public let maintenanceRate: Decimal
    /// Largest leverage a position in it may have; nil when the venue states none.
    public let maximumLeverage: Decimal?

    /// A bracket; see the properties.
    public init(floor: Decimal, maintenanceRate: Decimal, maximumLeverage: Decimal? = nil) {
      self.floor = floor
      self.maintenanceRate = maintenanceRate
      self.maximumLeverage = maximumLeverage
    }
  }

  /// How the brackets are applied.
  public var rule: Rule { table.rule }
  /// Brackets by rising floor; never empty; the first begins at 0.
  public var tiers: [Tier] { table.tiers }
  /// The deduction of each bracket, cum_k = floor_k·(r_k − r_{k−1}) + cum_{k−1}, cum_0 = 0: it makes the
  /// maintenance margin continuous at every floor. Used by ``Rule-swift.enum/marginal``.
  public var deductions: [Decimal] { table.deductions }
  /// Growth of the rate per coin of size, for ``Rule-swift.enum/linearGrowth``; zero otherwise.
  public var growthPerCoin: Decimal { table.growthPerCoin }
  /// The day these numbers were read, and where.
  public var source: String { table.source }
  /// `tiers` with their deductions for estimates, converted once.
  public var brackets: [MarginBracket] { table.brackets }
  /// `growthPerCoin` for estimates, converted once.
  public var growthPerCoinValue: Double { table.growthPerCoinValue }
  private let table: Table

  /// A bracket table; nil when `tiers` is empty, does not begin at 0, is not rising, or holds a rate outside 0…1.
  public init?(rule: Rule, tiers: [Tier], growthPerCoin: Decimal = 0, source: String) {
    guard tiers.first?.floor == 0, zip(tiers, tiers.dropFirst()).allSatisfy({ $0.floor < $1.floor }),
      tiers.allSatisfy({ (0...1).contains($0.maintenanceRate) })
    else { return nil }
    table = Table(rule: rule, tiers: tiers, growthPerCoin: growthPerCoin, source: source)
  }
}

extension MarginTiers {
  /// What the properties tell.
  fileprivate final class Table: Hashable, Sendable {
    let rule: Rule
    let tiers: [Tier]
    let deductions: [Decimal]
    let growthPerCoin: Decimal
    let source: String
    let brackets: [MarginBracket]
    let growthPerCoinValue: Double

    init(rule: Rule, tiers: [Tier], growthPerCoin: Decimal, source: String) {
      var deductions: [Decimal] = [0]
      for (previous, tier) in zip(tiers, tiers.dropFirst()) {
        deductions.append(
          tier.floor * (tier.maintenanceRate - previous.maintenanceRate) + deductions[deductions.count - 1])
      }
      self.rule = rule
      self.tiers = tiers
      self.growthPerCoin = growthPerCoin
      self.source = source
      self.deductions = deductions
      self.brackets = zip(tiers, deductions).map { tier, deduction in
        MarginBracket(
          floor: tier.floor.inexact, rate: tier.maintenanceRate.inexact,
          deduction: rule == .marginal ? deduction.inexact : 0)
      }
      self.growthPerCoinValue = growthPerCoin.inexact
    }

    /// Everything else follows from these.
    static func == (left: Table, right: Table) -> Bool {
      left === right
        || left.rule == right.rule && left.tiers == right.tiers && left.growthPerCoin == right.growthPerCoin
          && left.source == right.source
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(rule)
      hasher.combine(tiers)
    }
  }
}
