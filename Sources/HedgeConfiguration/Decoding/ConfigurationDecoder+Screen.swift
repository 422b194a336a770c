import FoundationEssentials
import HedgeModel

extension ConfigurationDecoder {
  /// Reads `[display]`.
  func display(_ reader: TableReader) -> DisplayConfiguration {
    let standard = DisplayConfiguration()
    let refresh = reader.integer("refresh_ms", 100...60_000, of: "milliseconds between two refreshes")
    return DisplayConfiguration(
      refresh: refresh.map { .milliseconds($0) } ?? standard.refresh,
      theme: reader.name("theme", of: "the name of a theme") ?? standard.theme,
      unicode: reader.choice("unicode") ?? standard.unicode,
      colour: reader.choice("colour") ?? standard.colour,
      mouse: reader.flag("mouse") ?? standard.mouse,
      hideBalances: reader.flag("hide_balances") ?? standard.hideBalances)
  }

  /// Reads `[alerts]`.
  func alerts(_ reader: TableReader) -> AlertConfiguration {
    let standard = AlertConfiguration()
    let bar = "the margin bar, where 1 is liquidation"
    let dwell = reader.number("dwell_seconds", .from(0, to: 86_400), of: "seconds a breach must last")
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
      bell: reader.flag("bell") ?? standard.bell,
      dwell: dwell.map { .milliseconds(Int64(($0 * 1000).rounded())) } ?? standard.dwell, marginWarning: warning,
      marginCritical: critical, fundingReversal: reader.flag("funding_reversal") ?? standard.fundingReversal)
  }
}
