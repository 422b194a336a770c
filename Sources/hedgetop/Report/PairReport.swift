import HedgeAnalytics

/// A pair of baskets as JSON and text.
struct PairReport: Encodable {
  let gross: Double
  let longBeta: Double
  let shortBeta: Double
  let longValue: Double
  let shortValue: Double
  let benchmarkValue: Double
  let netBetaValue: Double

  init(gross: Double, longBeta: Double, shortBeta: Double, isDollarNeutral: Bool) throws {
    let sizing =
      isDollarNeutral
      ? BasketSizing.dollarNeutral(gross: gross, longBeta: longBeta, shortBeta: shortBeta)
      : BasketSizing.betaNeutral(gross: gross, longBeta: longBeta, shortBeta: shortBeta)
    guard let sizing else { throw ProgramFailure(.usage, "the betas add up to 0, so no values make them cancel") }
    self.gross = gross
    self.longBeta = longBeta
    self.shortBeta = shortBeta
    longValue = sizing.longValue
    shortValue = sizing.shortValue
    benchmarkValue = sizing.benchmarkValue
    netBetaValue = longValue * longBeta - shortValue * shortBeta + benchmarkValue
  }

  /// The pair for people.
  var text: String {
    var table = TextTable([.init("", .words), .init("value"), .init("beta"), .init("beta value")])
    func add(_ name: String, _ value: Double, _ beta: Double) {
      table.add([
        name, Figures.fixed(value, 2, signed: true), Figures.fixed(beta, 4),
        Figures.fixed(value * beta, 2, signed: true),
      ])
    }
    add("long basket", longValue, longBeta)
    add("short basket", -shortValue, shortBeta)
    if benchmarkValue != 0 { add("benchmark", benchmarkValue, 1) }
    table.add(["net", Figures.fixed(longValue - shortValue, 2, signed: true), "", Figures.fixed(netBetaValue, 2)])
    return table.text()
  }
}
