import Alerting
import HedgeConfiguration

extension AlertPolicy {
  /// The policy a configuration asks for; what it does not state keeps the default.
  ///
  /// A margin warning is over 0.05 below the level that began it, and one of liquidation a tenth or 0.02 beyond it,
  /// whichever is less, so that they do not flutter.
  init(_ configuration: AlertConfiguration) {
    self.init()
    let levels = configuration.levels
    driftDwell = configuration.dwell
    driftEscalation = levels.driftEscalation ?? driftEscalation
    marginWarning = Threshold(enter: configuration.marginWarning, clear: configuration.marginWarning - 0.05)
    marginCritical = Threshold(enter: configuration.marginCritical, clear: configuration.marginCritical - 0.05)
    liquidationWarning = levels.liquidationWarning.map(Self.distance) ?? liquidationWarning
    liquidationCritical = levels.liquidationCritical.map(Self.distance) ?? liquidationCritical
    staleFeedDwell = levels.staleFeedDwell ?? staleFeedDwell
    unknownFigureDwell = levels.unknownFigureDwell ?? unknownFigureDwell
    reconciliationDwell = levels.reconciliationDwell ?? reconciliationDwell
    fundingReversalRate = levels.fundingReversalRate ?? fundingReversalRate
    if !configuration.fundingReversal { fundingReversalRate = .infinity }
    fundingCostPerDay = levels.fundingCostPerDay
    fundingCostPerYear = levels.fundingCostPerYear ?? fundingCostPerYear
    fundingCostDwell = levels.fundingCostDwell ?? fundingCostDwell
    perpetualBasis = levels.perpetualBasis ?? perpetualBasis
    datedBasis = levels.datedBasis
    basisDwell = levels.basisDwell ?? basisDwell
    reminderInterval = configuration.reminder
    for (name, isOn) in configuration.rules {
      guard let kind = AlertKind(rawValue: name) else { continue }
      if isOn { switchedOff.remove(kind) } else { switchedOff.insert(kind) }
    }
  }

  private static func distance(_ enter: Double) -> Threshold {
    Threshold(enter: enter, clear: enter + min(0.02, enter / 10))
  }
}
