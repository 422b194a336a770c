import FoundationEssentials
import HedgeModel

/// Plans the transition of a strategy from its figures.
public enum TransitionPlanning {
  /// What is to be planned, from what is held now and the prices of now.
  ///
  /// Unknown with the reason when a coin or a future it needs is not held or not configured, or an input is unknown or
  /// stale: no plan is made on a stale book.
  ///
  /// - Parameters:
  ///   - terms: what to do.
  ///   - strategy: the figures.
  ///   - portfolio: specifications, conversion rates and fees.
  ///   - price: price of a coin that is not held yet, in the portfolio's currency.
  ///   - now: the instant of the prices.
  public static func request(
    _ terms: TransitionTerms, of strategy: StrategyFigures, in portfolio: Portfolio, at now: Timestamp,
    price: (Asset) -> Reading<Double> = { .unknown(UnknownReason(.notReceived, "no price of \($0) yet")) }
  ) -> Reading<TransitionRequest> {
    var builder = TransitionBuilder(terms: terms, strategy: strategy, portfolio: portfolio)
    do throws(TransitionObstacle) {
      return builder.reading(try builder.request(at: now, price: price))
    } catch {
      return .unknown(error.reason)
    }
  }

  /// The plan of what is left of a configured transition; unknown (undefined) when nothing is.
  public static func plan(
    _ intent: TransitionIntent, of strategy: StrategyFigures, in input: ValuationInput
  ) -> Reading<TransitionPlan> {
    terms(intent, of: strategy, in: input.portfolio).flatMap { terms in
      request(terms, of: strategy, in: input.portfolio, at: input.now) { asset in
        guard let market = input.portfolio.spotMarkets[asset] else {
          return .unknown(UnknownReason(.notConfigured, "no spot market of \(asset) is configured"))
        }
        return SpotMarket(market, in: input).price(in: input.markets)
      }
    }.flatMap { request in
      do throws(TransitionError) {
        return .stated(try TransitionPlan(request))
      } catch {
        return .unknown(UnknownReason(.notConfigured, error.description))
      }
    }
  }

  /// What is left of an intent, given what is held: the rest of the coins over the steps not wholly done. A step is done
  /// when as many coins have been moved as it ends with, on the lot of the coin's market.
  static func terms(
    _ intent: TransitionIntent, of strategy: StrategyFigures, in portfolio: Portfolio
  ) -> Reading<TransitionTerms> {
    let holdings = strategy.holdings.filter { $0.origin == .spot && $0.asset == intent.from }
    let held = holdings.reduce(Reading<Decimal>.stated(0)) { $0.combined(with: $1.quantity) { $0 + $1 } }
    return held.flatMap { held in
      let rest = intent.remaining(held: held)
      if rest == 0, intent.moved > 0 {
        let target = intent.to.map { "into \($0)" } ?? "into cash"
        return .unknown(
          UnknownReason(.undefined, "the transition is done: \(intent.moved) \(intent.from) moved \(target)"))
      }
      let lot = holdings.first.flatMap { portfolio.instruments[$0.instrument]?.lotStep }
      let done = stepsDone(intent, total: intent.total(held: held), lot: lot)
      return .stated(
        TransitionTerms(
          from: TransitionTerms.Coin(intent.from), to: intent.to.map { TransitionTerms.Coin($0) }, quantity: rest,
          steps: intent.steps - done, moved: intent.moved, stepsBefore: done))
    }
  }

  private static func stepsDone(_ intent: TransitionIntent, total: Decimal, lot: Decimal?) -> Int {
    guard intent.moved > 0, total > 0, intent.steps > 1 else { return 0 }
    let ends = (1..<intent.steps).lazy.map { number in
      let share = total * Decimal(number) / Decimal(intent.steps)
      return lot.map { min(total, LotRounding.round(share.inexact, lotStep: $0, rounding: .towardZero)) } ?? share
    }
    return ends.prefix { $0 <= intent.moved }.count
  }
}
