import Alerting
import HedgeConfiguration

extension AlertPolicy {
  /// The policy a configuration asks for; what it does not state keeps the default.
  ///
  /// A margin warning is over 0.05 below the level that began it, so that it does not flutter.
  init(_ configuration: AlertConfiguration) {
    self.init()
    driftDwell = configuration.dwell
    marginWarning = Threshold(enter: configuration.marginWarning, clear: configuration.marginWarning - 0.05)
    marginCritical = Threshold(enter: configuration.marginCritical, clear: configuration.marginCritical - 0.05)
    if !configuration.fundingReversal { fundingReversalRate = .infinity }
  }
}
