import FoundationEssentials
import HedgeModel

/// What is watched, and when it is told.
extension ConfigurationDecoder {
  /// Reads `[alerts]` and the tables below it.
  func alerts(_ reader: TableReader) -> AlertConfiguration {
    let standard = AlertConfiguration()
    let bar = "the margin bar, where 1 is liquidation"
    let dwell = seconds("dwell_seconds", reader, of: "seconds a breach must last")
    let statedWarning = reader.number("margin_warning", .above(0, to: 1), of: bar)
    let statedCritical = reader.number("margin_critical", .above(0, to: 1), of: bar)
    let warning = statedWarning ?? standard.marginWarning
    let critical = statedCritical ?? standard.marginCritical
    let isReported =
      reader.isReported("margin_warning", statedWarning) || reader.isReported("margin_critical", statedCritical)
    if warning >= critical, !isReported {
      let key = reader.states("margin_warning") ? "margin_warning" : "margin_critical"
      issues.error(
        reader.place(key),
        "margin_warning is \(warning) and margin_critical \(critical); expected the warning below the critical level")
    }
    return AlertConfiguration(
      bell: reader.flag("bell") ?? standard.bell, dwell: dwell ?? standard.dwell, marginWarning: warning,
      marginCritical: critical, fundingReversal: reader.flag("funding_reversal") ?? standard.fundingReversal,
      reminder: reminder(reader, standard.reminder), levels: reader.section("levels", alertLevels),
      rules: reader.section("rules", alertRules),
      quietHours: reader.node("quiet") == nil ? nil : reader.section("quiet", quietHours),
      channels: alertChannels(reader))
  }

  private func reminder(_ reader: TableReader, _ standard: Duration?) -> Duration? {
    let minutes = reader.number(
      "reminder_minutes", .from(0, to: 10_080), of: "minutes between two reminders; 0 for none")
    guard let minutes else { return standard }
    return minutes == 0 ? nil : .milliseconds(Int64((minutes * 60_000).rounded()))
  }

  /// Reads `[alerts.rules]`: which rules are watched.
  private func alertRules(_ reader: TableReader) -> [String: Bool] {
    AlertConfiguration.ruleNames.reduce(into: [:]) { $0[$1] = reader.flag($1) }
  }

  /// Reads `[alerts.levels]`.
  private func alertLevels(_ reader: TableReader) -> AlertLevelConfiguration {
    var levels = AlertLevelConfiguration()
    let move = "the benchmark's move to liquidation, a fraction"
    levels.driftEscalation = reader.number(
      "drift_escalation", .above(1, to: 100), of: "multiple of the band beyond which a drift is critical")
    levels.liquidationWarning = reader.number("liquidation_warning", .above(0, to: 1), of: move)
    levels.liquidationCritical = reader.number("liquidation_critical", .above(0, to: 1), of: move)
    levels.staleFeedDwell = seconds("stale_feed_seconds", reader, of: "seconds a feed must stay stale")
    levels.unknownFigureDwell = seconds("unknown_figure_seconds", reader, of: "seconds a drift may be unknown")
    levels.fundingReversalRate = reader.number(
      "funding_reversal_rate", .from(0, to: 1), of: "funding rate per interval, a fraction")
    levels.fundingCostPerDay = reader.number(
      "funding_cost_a_day", .positive, of: "funding paid a day, in the portfolio's currency")
    levels.fundingCostPerYear = reader.number(
      "funding_cost_a_year", .above(0, to: 100), of: "funding paid a year, a fraction of the legs")
    levels.fundingCostDwell = seconds("funding_cost_seconds", reader, of: "seconds funding must cost too much")
    levels.perpetualBasis = reader.number(
      "basis_bps", .above(0, to: 100_000), of: "basis points a perpetual may stand from spot")
    levels.datedBasis = reader.number(
      "dated_basis_bps", .above(0, to: 100_000), of: "basis points a dated future may stand from spot")
    levels.basisDwell = seconds("basis_seconds", reader, of: "seconds a basis must stay beyond its level")
    levels.reconciliationDwell = seconds("reconciliation_seconds", reader, of: "seconds figures must differ")
    // The usual ones where one is not stated.
    let (warning, critical) = (levels.liquidationWarning ?? 0.2, levels.liquidationCritical ?? 0.1)
    if critical >= warning {
      let key = levels.liquidationCritical == nil ? "liquidation_warning" : "liquidation_critical"
      issues.error(
        reader.place(key),
        "liquidation_warning is \(warning) and liquidation_critical \(critical); expected the critical level below "
          + "the warning")
    }
    return levels
  }

  private func seconds(_ key: String, _ reader: TableReader, of meaning: String) -> Duration? {
    reader.number(key, .from(0, to: 86_400), of: meaning).map { .milliseconds(Int64(($0 * 1000).rounded())) }
  }
}
