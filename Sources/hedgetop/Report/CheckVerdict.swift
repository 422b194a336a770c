import HedgeAnalytics
import HedgeModel
import Panels

/// What `check` says of one strategy.
struct CheckVerdict {
  /// One line: `Core: in band, drift -0.0123 (band ±0.0500)`.
  let line: String
  /// Why the program does not exit with 0; nil when the strategy is in its band.
  let code: ProgramFailure.Code?

  init(_ strategy: StrategyFigures) {
    let figures = strategy.netBeta
    let band = FigureText.beta(figures.band)
    switch figures.verdict {
    case .inBand:
      line = "\(strategy.name): in band, drift \(FigureText.signedBeta(figures.drift)) (band ±\(band))"
      code = nil
    case .breach:
      line = "\(strategy.name): BREACH, drift \(FigureText.signedBeta(figures.drift)) (band ±\(band))"
      code = .breach
    case .stale:
      line = "\(strategy.name): stale prices, last known drift \(FigureText.signedBeta(figures.drift))"
      code = .noData
    case .unknown(let reason):
      line = "\(strategy.name): unknown, \(reason.detail)"
      code = .noData
    }
  }
}

extension ProgramFailure.Code {
  /// What counts more when strategies differ: no data hides a breach, so it comes first.
  var urgency: Int {
    switch self {
    case .noData: 2
    case .breach: 1
    case .runtime, .usage, .configuration: 3
    }
  }
}
