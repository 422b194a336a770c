import FoundationEssentials

/// The specification of something with a price: a spot market, a perpetual or a dated future.
///
/// Specifications are data: they come from a venue or from a dated file, never from code.
///
/// A value of one word: its terms are kept once and shared, as every figure of a leg carries its specification along.
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
  public var id: InstrumentID { terms.id }
  /// Spot, perpetual or dated.
  public var kind: Kind { terms.kind }
  /// Linear or inverse; spot is linear.
  public var convention: Convention { terms.convention }
  /// The coin the price is of.
  public var underlying: Asset { terms.underlying }
  /// The currency the price is in.
  public var quote: Asset { terms.quote }
  /// The coin or currency that margin and profit are paid in.
  public var settlement: Asset { terms.settlement }
  /// Size of one contract: in the underlying when linear, in the quote currency when inverse. Positive.
  public var multiplier: Decimal { terms.multiplier }
  /// Smallest step of the price. Positive.
  public var tickSize: Decimal { terms.tickSize }
  /// Smallest step of a quantity, in contracts. Positive.
  public var lotStep: Decimal { terms.lotStep }
  /// Smallest order, in contracts; zero when the venue states none.
  public var minimumQuantity: Decimal { terms.minimumQuantity }
  /// Smallest order value, in the quote currency; zero when the venue states none.
  public var minimumNotional: Decimal { terms.minimumNotional }
  /// `multiplier` for estimates, converted once.
  public var multiplierValue: Double { terms.multiplierValue }
  /// `lotStep` for estimates, converted once.
  public var lotStepValue: Double { terms.lotStepValue }
  /// `minimumNotional` for estimates, converted once.
  public var minimumNotionalValue: Double { terms.minimumNotionalValue }
  private let terms: Terms

  /// A specification; see the properties.
  public init(
    id: InstrumentID, kind: Kind, convention: Convention = .linear, underlying: Asset, quote: Asset,
    settlement: Asset, multiplier: Decimal = 1, tickSize: Decimal, lotStep: Decimal, minimumQuantity: Decimal = 0,
    minimumNotional: Decimal = 0
  ) {
    terms = Terms(
      id: id, kind: kind, convention: convention, underlying: underlying, quote: quote, settlement: settlement,
      multiplier: multiplier, tickSize: tickSize, lotStep: lotStep, minimumQuantity: minimumQuantity,
      minimumNotional: minimumNotional, multiplierValue: multiplier.inexact, lotStepValue: lotStep.inexact,
      minimumNotionalValue: minimumNotional.inexact)
  }

  /// True for a perpetual or a dated future.
  public var isFuture: Bool { kind != .spot }

  /// True for a perpetual: futures with an end and spot pay no funding.
  public var paysFunding: Bool { if case .perpetual = kind { true } else { false } }
}

extension Instrument {
  /// What the properties tell.
  fileprivate final class Terms: Sendable {
    let id: InstrumentID
    let kind: Kind
    let convention: Convention
    let underlying: Asset
    let quote: Asset
    let settlement: Asset
    let multiplier: Decimal
    let tickSize: Decimal
    let lotStep: Decimal
    let minimumQuantity: Decimal
    let minimumNotional: Decimal
    let multiplierValue: Double
    let lotStepValue: Double
    let minimumNotionalValue: Double

    init(
      id: InstrumentID, kind: Kind, convention: Convention, underlying: Asset, quote: Asset, settlement: Asset,
      multiplier: Decimal, tickSize: Decimal, lotStep: Decimal, minimumQuantity: Decimal, minimumNotional: Decimal,
      multiplierValue: Double, lotStepValue: Double, minimumNotionalValue: Double
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
      self.multiplierValue = multiplierValue
      self.lotStepValue = lotStepValue
      self.minimumNotionalValue = minimumNotionalValue
    }
  }

  /// Two specifications are equal when all terms are.
  public static func == (left: Instrument, right: Instrument) -> Bool {
    left.terms === right.terms
      || left.id == right.id && left.kind == right.kind && left.convention == right.convention
        && left.underlying == right.underlying && left.quote == right.quote && left.settlement == right.settlement
        && left.multiplier == right.multiplier && left.tickSize == right.tickSize && left.lotStep == right.lotStep
        && left.minimumQuantity == right.minimumQuantity && left.minimumNotional == right.minimumNotional
  }

  /// Hashes the name: two specifications of one name are rare.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
  }
}
