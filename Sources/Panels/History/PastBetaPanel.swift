import HedgeModel
import TerminalCells

/// Net beta over time with its target, its band, and what was decided.
public enum PastBetaPanel: PastPanel {
  /// Net beta over time.
  public static let id = PanelID.pastBeta

  static func missing(_ past: PastPresentation) -> [[Phrase]]? { past.missing(.netBeta, what: "net beta") }

  static func latest(_ past: PastPresentation) -> PanelSummary? {
    past.column(.netBeta)?.latest.map { PanelSummary(past.format.beta($0, sign: .both), role: .text) }
  }

  static func chart(_ past: PastPresentation) -> PastChart {
    let format = past.format
    let lines = [
      LineChart.Series(samples: past.breaches, role: .breach, sign: "!"),
      LineChart.Series(samples: past.samples(.netBeta, extremes: true), role: .text, sign: "*"),
      LineChart.Series(samples: past.samples(.target), role: .target, sign: "-", mark: "╌"),
      LineChart.Series(
        samples: past.samples(.target, .band, +), role: .band, sign: ".", mark: "·", spacing: 2),
      LineChart.Series(
        samples: past.samples(.target, .band, -), role: .band, sign: ".", mark: "·", spacing: 2),
    ]
    return PastChart(
      legend: legend(past),
      chart: past.chart(lines, markers: DecisionMarks.markers(past.decisions)) {
        format.fixed($0, decimals: 3, sign: .both)
      })
  }

  private static func legend(_ past: PastPresentation) -> [[Phrase]] {
    guard let beta = past.column(.netBeta) else { return [] }
    let format = past.format
    func value(_ value: Double?) -> String { value.map { format.beta($0, sign: .both) } ?? format.glyphs.unknown }
    let target = past.column(.target)?.latest
    let band = past.column(.band)?.latest
    return [
      [Phrase(past.shown, .title)], breach(past),
      past.clause("lowest", value(beta.minimum)), past.clause("highest", value(beta.maximum)),
      target.map { past.clause("target", format.beta($0, sign: .both), .target) } ?? [],
      band.map { past.clause("band", format.glyphs.plusMinus + format.fixed($0, decimals: 2), .band) } ?? [],
      past.gaps(beta),
    ] + DecisionMarks.legend(past.decisions)
  }

  /// At how many points net beta was beyond its band: a word where it was.
  private static func breach(_ past: PastPresentation) -> [Phrase] {
    guard let points = past.series?.pointsBeyondBand else { return [] }
    let (glyphs, noun) = (past.format.glyphs, points.known == 1 ? "point" : "points")
    guard points.beyond > 0 else { return [Phrase("\(glyphs.check) in band at all \(points.known) \(noun)", .calm)] }
    return [
      Phrase(
        "\(glyphs.warning) beyond the band in \(points.beyond) of \(points.known) \(noun)", .breach, emphasis: .bold)
    ]
  }
}
