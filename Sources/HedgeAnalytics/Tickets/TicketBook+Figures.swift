import FoundationEssentials
import HedgeModel

extension TicketBook {
  /// The book behind a strategy's figures, unknown when one of them is.
  ///
  /// The hedge ratio is the one its target implies, H = 1 − β*/β_S, and the policy's where there is no beta to hedge.
  public static func reading(of figures: NetBetaFigures, policy: HedgePolicy) -> Reading<TicketBook> {
    var gate = ReadingGate()
    let value = gate.take(figures.denominatorValue)
    let (spot, net, target) = (gate.take(figures.spotBeta), gate.take(figures.netBeta), gate.take(figures.target))
    guard let value, let spot, let net, let target else {
      return .unknown(gate.missing ?? UnknownReason(.undefined, "the book has no net beta"))
    }
    return gate.reading(
      TicketBook(
        value: value, unhedgedBetaValue: spot * value, legBetaValue: (net - spot) * value,
        hedgeRatio: spot == 0 ? policy.hedgeRatio.inexact : 1 - target / spot, band: figures.band))
  }
}
