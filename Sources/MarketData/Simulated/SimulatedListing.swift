import FoundationEssentials
import HedgeModel

/// An instrument of the simulated venue together with the part of the market it is priced from.
struct SimulatedListing: Hashable, Sendable {
  /// How the price follows from the state of the market.
  enum Pricing: Hashable, Sendable {
    /// The coin's own price.
    case spot
    /// Spot and the coin's basis.
    case perpetual
    /// Spot and the basis of the inverse contract.
    case inverse
    /// Spot and a yearly carry until expiry.
    case dated
  }

  let pricing: Pricing
  /// Position of the underlying in the venue's table of coins.
  let coin: Int
  let instrument: Instrument
  /// Steps of the price per USD: dividing by it gives the double nearest to the decimal price.
  let ticksPerUnit: Double

  init(_ pricing: Pricing, coin: Int, _ instrument: Instrument) {
    self.pricing = pricing
    self.coin = coin
    self.instrument = instrument
    self.ticksPerUnit = (1 / instrument.tickSize).inexact
  }

  /// When the contract ends; nil for one without an end.
  var expiry: Timestamp? {
    if case .dated(let expiry) = instrument.kind { expiry } else { nil }
  }

  /// Hours between funding payments; nil where there is no funding.
  var fundingHours: Int? {
    guard case .perpetual(let interval) = instrument.kind else { return nil }
    return Int(interval.inHours)
  }

  /// The price on the venue's tick, at least one tick.
  func onTick(_ price: Double, _ rule: FloatingPointRoundingRule = .toNearestOrEven) -> Double {
    max((price * ticksPerUnit).rounded(rule), 1) / ticksPerUnit
  }
}
