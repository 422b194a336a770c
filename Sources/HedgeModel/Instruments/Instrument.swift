import FoundationEssentials

/// The specification of something with a price: a spot market, a perpetual or a dated future.
///
/// Specifications are data: they come from a venue or from a dated file, never from code.
public struct Instrument: Hashable, Sendable {
  /// What kind of contract it is, and when it ends.
  public enum Kind: Hashable, Sendable {
    /// The coin itself.
    case spot
    /// A future without an end, held to its index by funding paid every `fundingInterval` (the specification's; the
    /// feed's own interval, which may change over time, takes precedence).
    case perpetual(fundingInterval: Duration)
    /// A future that settles at `expiry`.
    case dated(expiry: Timestamp)
  }

  /// In what a contract is counted and settled.
  public enum Convention: String, Hashable, Sendable, CaseIterable {
    /// Contracts are units of the coin; profit is in the quote currency. Notional = contracts · multiplier · price.
    case linear
    /// Contracts are units of the quote currency; profit is in the coin. Notional = contracts · multiplier, constant.
    case inverse
  }

  /// The name the feed knows it by.
  public let id: InstrumentID
  /// Spot, perpetual or dated.
  public let kind: Kind
  /// Linear or inverse; spot is linear.
  public let convention: Convention
  /// The coin the price is of.
  public let underlying: Asset
  /// The currency the price is in.
  public let quote: Asset
  /// The coin or currency that margin and profit are paid in.
  public let settlement: Asset
  /// Size of one contract: in the underlying when linear, in the quote currency when inverse. Positive.
  public let multiplier: Decimal
  /// Smallest step of the price. Positive.
  public let tickSize: Decimal
  /// Smallest step of a quantity, in contracts. Positive.
  public let lotStep: Decimal
  /// Smallest order, in contracts; zero when the venue states none.
  public let minimumQuantity: Decimal
  /// Smallest order value, in the quote currency; zero when the venue states none.
  public let minimumNotional: Decimal
  /// `multiplier` for estimates, converted once.
  public let multiplierValue: Double
  /// `lotStep` for estimates, converted once.
  public let lotStepValue: Double
  /// `minimumNotional` for estimates, converted once.
  public let minimumNotionalValue: Double

  /// A specification; see the properties.
  public init(
    id: InstrumentID, kind: Kind, convention: Convention = .linear, underlying: Asset, quote: Asset,
    settlement: Asset, multiplier: Decimal = 1, tickSize: Decimal, lotStep: Decimal, minimumQuantity: Decimal = 0,
    minimumNotional: Decimal = 0
  ) {
    self.id = id
    self.kind = kind
    self.convention = convention
    self.underlying = underlying
    self.quote = quote
    self.settlement = settlement
    self.multiplier = multiplier
    self.tickSize = tickSize
    self.lotStep = lotStep
    self.minimumQuantity = minimumQuantity
    self.minimumNotional = minimumNotional
    self.multiplierValue = multiplier.inexact
    self.lotStepValue = lotStep.inexact
    self.minimumNotionalValue = minimumNotional.inexact
  }

  /// True for a perpetual or a dated future.
  public var isFuture: Bool { kind != .spot }
}
