import HedgeAnalytics
import HedgeModel

extension RegimePresentation {
  /// Every figure of a book or a coin; of the regime when the key is empty.
  func details(of key: String) -> [DetailLine] {
    guard !key.isEmpty else { return whole }
    guard let row = all.first(where: { $0.name == key }) else { return [] }
    let volatility = DetailLine("Volatility a year", row.volatility, format) { format.percentage($0, decimals: 2) }
    guard let effectiveness = row.effectiveness else { return [volatility] + window }
    return [
      volatility,
      DetailLine("  without the hedge", effectiveness.map(\.volatilityUnhedged), format) {
        format.percentage($0, decimals: 2)
      },
      DetailLine("1 - Var(hedged)/Var(unhedged)", effectiveness.map(\.effectiveness), format) {
        format.percentage($0, decimals: 2)
      },
      DetailLine("Returns", effectiveness.map(\.observations), format) { "\($0)" },
    ]
  }

  private var window: [DetailLine] {
    study?.value.map { [DetailLine("Over", format.period($0.span))] } ?? []
  }

  private var whole: [DetailLine] {
    guard let study = study?.value else { return [] }
    let evidence = study.regime.map(\.evidence)
    func line(_ label: String, _ value: (RegimeEvidence) -> Double?) -> DetailLine {
      let missing = UnknownReason(.tooFewObservations, "too little history")
      let reading = evidence.flatMap { value($0).map { .stated($0) } ?? Reading<Double>.unknown(missing) }
      return DetailLine(label, reading, format) { RiskWords.correlation($0, format) }
    }
    return [
      DetailLine("Regime", study.regime, format) { $0.word.rawValue },
      line("Average correlation") { $0.average }, line("Share of its history below") { $0.percentile },
      line("Median of its history") { $0.median }, line("Volatility over its usual") { $0.volatilityRatio },
      DetailLine("Each average is over", format.period(study.regimeSpan)),
      DetailLine("Average correlation, longer", study.averageCorrelation, format) {
        RiskWords.correlation($0, format)
      },
      DetailLine("  over", format.period(study.span)),
    ]
  }
}
