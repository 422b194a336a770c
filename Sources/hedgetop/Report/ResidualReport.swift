import HedgeAnalytics

/// What a ticket leaves, as JSON.
struct ResidualReport: Encodable {
  let value: Double
  @Nullable var netBeta: Double?
  @Nullable var target: Double?
  @Nullable var drift: Double?
  let betaValue: Double
  let inBand: Bool
  let unfilled: [String]

  init(_ residual: TicketResidual) {
    value = residual.book.value
    netBeta = residual.netBeta
    target = residual.book.target
    drift = residual.drift
    betaValue = residual.betaValue
    inBand = residual.isInBand
    unfilled = residual.unfilled.map(\.description)
  }

  /// Its cells of a table: net beta, target, drift, and whether that is in the band.
  var cells: [String] {
    func beta(_ value: Double?, signed: Bool = false) -> String {
      value.map { Figures.fixed($0, 4, signed: signed) } ?? "-"
    }
    return [beta(netBeta), beta(target), beta(drift, signed: true), inBand ? "in band" : "OUTSIDE"]
  }
}
