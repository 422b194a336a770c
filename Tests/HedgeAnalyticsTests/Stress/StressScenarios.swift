import HedgeModel

/// Scenarios in a few words.
extension StressScenario {
  static func benchmark(_ move: Double, betas: BetaShock? = nil) -> StressScenario {
    StressScenario(name: "benchmark", kind: .benchmark, source: "test", prices: .benchmark(move), betas: betas)
  }

  static func correlated(_ move: Double) -> StressScenario {
    StressScenario(name: "correlated", kind: .correlation, source: "test", prices: .correlated(move))
  }

  static func stated(
    _ moves: [Asset: Double], benchmark: Double? = nil, others: PriceShock.Others = .beta, basis: BasisShock? = nil,
    funding: FundingShock? = nil
  ) -> StressScenario {
    StressScenario(
      name: "stated", kind: .custom, source: "test", prices: .stated(moves, benchmark: benchmark, others: others),
      basis: basis, funding: funding)
  }

  static func basis(_ points: Double, against: Bool = true) -> StressScenario {
    StressScenario(
      name: "basis", kind: .basis, source: "test", basis: BasisShock(basisPoints: points, isAgainstPosition: against))
  }

  static func funding(
    _ rate: Double, days: Double = 3, hours: Double = 8, against: Bool = true
  ) -> StressScenario {
    StressScenario(
      name: "funding", kind: .funding, source: "test",
      funding: FundingShock(rate: rate, interval: .hours(hours), duration: .days(days), isAgainstPosition: against))
  }
}
