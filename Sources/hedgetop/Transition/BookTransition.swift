import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// A transition of a configured strategy as the command line states it, from its figures now.
struct BookTransition {
  let from: CoinText
  let to: CoinText?
  /// Coins to sell; nil for all.
  let quantity: Decimal?
  /// H; nil for the policy's.
  let ratio: Decimal?
  let steps: Int
  /// Fee of spot trades, which no configuration states; nil when not stated.
  let spotFee: Double?
  let strategy: StrategyFigures
  let portfolio: Portfolio

  /// What is to be planned.
  ///
  /// - Throws: ``ProgramFailure`` when something needed is not held, not configured, unknown or stale.
  func request(at now: Timestamp) throws -> TransitionRequest {
    try check()
    let terms = TransitionTerms(
      from: coin(from), to: to.map(coin), quantity: quantity, hedgeRatio: ratio, steps: steps, spotFee: spotFee)
    let request = TransitionPlanning.request(terms, of: strategy, in: portfolio, at: now)
    guard let value = request.value else {
      throw ProgramFailure(request.unknownReason ?? UnknownReason(.undefined, "a figure is missing"))
    }
    return value
  }

  private func coin(_ text: CoinText) -> TransitionTerms.Coin {
    TransitionTerms.Coin(text.asset, price: text.price?.inexact, beta: text.beta)
  }

  /// What the options themselves lack.
  private func check() throws {
    guard holds(from.asset) else {
      throw ProgramFailure(.usage, "--from: \(strategy.name) holds no \(from.asset)")
    }
    guard let to, !holds(to.asset) else { return }
    guard let price = to.price else {
      throw ProgramFailure(
        .usage, "--to: \(strategy.name) holds no \(to.asset) yet; state its price: \(to.asset)@3500:beta=1.2")
    }
    let leg = strategy.legs.first { $0.instrument.underlying == to.asset }
    guard to.beta != nil || leg?.beta.value != nil else {
      throw ProgramFailure(
        .usage, "--to: the beta of \(to.asset) is not known; state it: \(to.asset)@\(price):beta=1.2")
    }
  }

  private func holds(_ asset: Asset) -> Bool {
    strategy.holdings.contains { $0.origin == .spot && $0.asset == asset }
  }
}
