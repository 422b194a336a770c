import HedgeModel

/// The few sums of a book that decide its net beta, and how trades change them. Values are in the portfolio's currency.
public struct TicketBook: Hashable, Sendable {
  /// V: value of the spot, or the gross long value of a book without spot.
  public let value: Double
  /// B: beta-dollars of what is hedged, ΣV_i·β_i.
  public let unhedgedBetaValue: Double
  /// ΣN_j·β_j of the hedging legs, negative when short.
  public let legBetaValue: Double
  /// The target over the beta of what is hedged: β* = (1 − H)·B/V, or a stated net beta.
  public let targetLine: NetBeta.TargetLine
  /// Drift that is tolerated.
  public let band: Double

  /// A book hedged at a ratio; see the properties.
  public init(
    value: Double, unhedgedBetaValue: Double, legBetaValue: Double, hedgeRatio: Double, band: Double = 0.05
  ) {
    self.init(
      value: value, unhedgedBetaValue: unhedgedBetaValue, legBetaValue: legBetaValue,
      targetLine: NetBeta.TargetLine(hedgeRatio: hedgeRatio), band: band)
  }

  /// A book; see the properties.
  public init(
    value: Double, unhedgedBetaValue: Double, legBetaValue: Double, targetLine: NetBeta.TargetLine,
    band: Double = 0.05
  ) {
    self.value = value
    self.unhedgedBetaValue = unhedgedBetaValue
    self.legBetaValue = legBetaValue
    self.targetLine = targetLine
    self.band = band
  }

  /// (B + ΣN·β) / V; nil when there is no value to measure it over.
  public var netBeta: Double? {
    value == 0 ? nil : NetBeta.net(unhedged: unhedgedBetaValue, legs: legBetaValue, over: value)
  }

  /// β* = (1 − H)·B/V; nil when there is no value to measure it over.
  public var target: Double? {
    value == 0 ? nil : targetLine.target(unhedgedBeta: unhedgedBetaValue / value)
  }

  /// Net beta less the target; nil when there is no value to measure it over.
  public var drift: Double? {
    guard let netBeta, let target else { return nil }
    return NetBeta.drift(net: netBeta, target: target)
  }

  /// Beta-dollars that are too many (positive) or too few: drift · V = B + ΣN·β − β*·V. Known for an empty book as well.
  public var openBetaValue: Double {
    unhedgedBetaValue + legBetaValue - targetLine.betaDollars(unhedged: unhedgedBetaValue, value: value)
  }

  /// True when the drift is within the band. A book without value is when nothing is left of its legs either.
  public var isInBand: Bool {
    guard let drift else { return openBetaValue == 0 }
    return !NetBeta.isBreach(drift: drift, band: band)
  }

  /// The book after some lines of a ticket: spot changes what is hedged, futures are taken to be the hedge.
  public func after(_ lines: some Sequence<TradeTicket.Line>) -> TicketBook {
    var (value, unhedged, legs) = (value, unhedgedBetaValue, legBetaValue)
    for line in lines {
      if line.instrument.isFuture {
        legs += line.betaValue
      } else {
        value += line.notional
        unhedged += line.betaValue
      }
    }
    return TicketBook(
      value: value, unhedgedBetaValue: unhedged, legBetaValue: legs, targetLine: targetLine, band: band)
  }
}
