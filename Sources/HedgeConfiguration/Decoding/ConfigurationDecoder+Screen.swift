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
}
