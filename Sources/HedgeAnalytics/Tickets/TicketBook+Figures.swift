import FoundationEssentials
import HedgeModel

extension TicketBook {
  /// The book behind a strategy's figures, unknown when one of them is.
  public static func reading(of figures: NetBetaFigures, policy: HedgePolicy) -> Reading<TicketBook> {
    var gate = ReadingGate()
    let value = gate.take(figures.denominatorValue)
    guard let value, let spot = gate.take(figures.spotBeta), let net = gate.take(figures.netBeta) else {
      return .unknown(gate.missing ?? UnknownReason(.undefined, "the book has no net beta"))
    }
    return gate.reading(
      TicketBook(
        value: value, unhedgedBetaValue: spot * value, legBetaValue: (net - spot) * value,
        targetLine: NetBeta.TargetLine(policy.aim), band: figures.band))
  }
}
