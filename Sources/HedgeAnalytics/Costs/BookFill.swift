import FoundationEssentials
import HedgeModel

/// What an order that takes liquidity at once would get from an order book, exact.
public struct BookFill: Hashable, Sendable {
  /// Contracts asked for, signed: negative sells.
  public let wanted: Decimal
  /// Contracts the book holds of them, with the same sign; zero when that side is empty.
  public let filled: Decimal
  /// The price of the whole: Σn·p / Σn when linear, Σn / Σ(n/p) when inverse, whose contracts are counted in the quote
  /// currency. Nil when nothing is filled.
  public let averagePrice: Decimal?
  /// The last price paid; nil when nothing is filled.
  public let worstPrice: Decimal?
  /// Half-way between best bid and best ask before the trade; nil when a side is empty.
  public let mid: Decimal?

  /// True when the book holds all of it.
  public var isComplete: Bool { filled == wanted }

  /// How much worse than the mid the average price is, in basis points of the mid; not negative. Of what was filled:
  /// when that is less than was wanted, the rest would cost more. Nil when nothing is filled or a side is empty.
  public var slippageBasisPoints: Double? {
    guard let averagePrice, let mid else { return nil }
    let worse = wanted < 0 ? mid - averagePrice : averagePrice - mid
    return max(0, (worse / mid * 10_000).inexact)
  }

  /// How far from the mid the last price paid is, in basis points of the mid; not negative. Of what was filled. Nil when
  /// nothing is filled or a side is empty.
  public var impactBasisPoints: Double? {
    guard let worstPrice, let mid else { return nil }
    let moved = wanted < 0 ? mid - worstPrice : worstPrice - mid
    return max(0, (moved / mid * 10_000).inexact)
  }

  /// The slippage of the whole order in basis points; unknown when the book is too thin for it, or has no mid.
  public var slippage: Reading<Double> {
    guard isComplete else { return .unknown(UnknownReason(.undefined, words)) }
    guard let points = slippageBasisPoints else {
      return .unknown(UnknownReason(.undefined, wanted == 0 ? "nothing is traded" : "the book has no mid: \(words)"))
    }
    return .stated(points)
  }

  /// `filled 3 of 5`, with a word when the book is too thin.
  public var words: String {
    let counts = "filled \(filled.magnitude) of \(wanted.magnitude)"
    return isComplete ? counts : "book too thin, \(counts)"
  }
}
