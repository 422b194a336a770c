import HedgeAnalytics
import HedgeModel
import TerminalCells

/// The verdict on one strategy in one line of plain text, as `check` prints it.
public enum VerdictLine {
  /// `Core: in band, drift +0.0123 (band ±0.0500)`; a stale or unknown drift says so first.
  public static func text(_ strategy: StrategyFigures, at now: Timestamp, glyphs: GlyphSet = .ascii) -> String {
    let format = FigureFormat(glyphs: glyphs, now: now)
    let drift = strategy.netBeta.drift.value.map { format.beta($0, sign: .both) } ?? glyphs.unknown
    let figures = "drift \(drift) (band \(glyphs.plusMinus)\(format.beta(strategy.netBeta.band)))"
    return switch strategy.netBeta.verdict {
    case .inBand: "\(strategy.name): in band, \(figures)"
    case .breach: "\(strategy.name): BREACH, \(figures)"
    case .stale: "\(strategy.name): STALE prices, last known \(figures)"
    case .unknown(let reason): "\(strategy.name): UNKNOWN, \(reason.detail)"
    }
  }
}
