import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// The sections of a plain-text status, each a few lines.
struct StatusSections {
  let snapshot: HedgeSnapshot
  let glyphs: GlyphSet
  let columns: Int
  let hidesBalances: Bool

  /// All sections, top to bottom; empty ones are left out.
  var all: [[String]] {
    var sections: [[String]] = [header]
    for index in snapshot.figures.strategies.indices { sections += strategy(index) }
    sections += [margin, alerts, unknown]
    return sections.filter { !$0.isEmpty }
  }

  /// What the panels are told: no focus, no filter, no colours.
  func context(strategy: Int = 0) -> PanelContext {
    PanelContext(
      theme: .monochrome(name: "plain"), glyphs: glyphs, strategy: strategy, hidesBalances: hidesBalances)
  }

  var format: FigureFormat { FigureFormat(snapshot, context()) }

  /// A heading with what is said of the section in a few words.
  func heading(_ title: String, _ summary: String) -> String {
    summary.isEmpty ? title : "\(title): \(summary)"
  }

  /// A table, indented.
  func table(_ content: TableContent) -> [String] {
    TableText.lines(content, context(), columns: columns - 2).map { "  " + $0 }
  }

  /// Clauses side by side, as many a line as fit, indented.
  func clauses(_ clauses: [[Phrase]]) -> [String] {
    var lines: [String] = []
    for clause in clauses.map(\.text) where !clause.isEmpty {
      if let last = lines.last, TextWidth.columns(of: last + format.separator + clause) <= columns {
        lines[lines.count - 1] = last + format.separator + clause
      } else {
        lines.append("  " + clause)
      }
    }
    return lines
  }
}

extension StatusSections {
  private var header: [String] {
    let figures = snapshot.figures
    let price = format.agedPhrase(figures.benchmarkPrice) { format.price($0) }.text
    let change = figures.benchmarkChange.value.map { " " + format.percentage($0, decimals: 2, sign: .both) } ?? ""
    let name = figures.benchmark.singleAsset == nil ? "benchmark \(figures.benchmark.label)" : snapshot.benchmarkName
    let market = figures.benchmark.singleAsset == nil ? name + change : "\(name) \(price)\(change)"
    return ["\(figures.name)\(format.separator)\(ClockText.dayAndTime(snapshot.now))\(format.separator)\(market)"]
      + snapshot.feeds.map(line)
  }

  private func line(_ feed: FeedStatus) -> String {
    let label = feed.isLive ? feed.label : "[\(feed.label)]"
    let mark = feed.isHealthy ? "" : "\(glyphs.warning) "
    let age = feed.lastEventAt.map { ", last value \(format.duration(snapshot.now - $0)) ago" } ?? ""
    let warning = feed.lastWarning.map { "; \($0)" } ?? ""
    return "\(label) \(mark)\(feed.words)\(age)\(warning)"
  }

  private var margin: [String] {
    let presentation = MarginPresentation(snapshot, context())
    return [heading("Margin", presentation.summary.text)] + table(presentation.table)
      + presentation.venueLines.map { "  " + $0 }
  }

  private var alerts: [String] {
    let active = snapshot.alerts.filter(\.isActive)
    guard !active.isEmpty else { return ["Alerts: none"] }
    return ["Alerts: \(active.count)"]
      + active.map { alert in
        let age = "for \(format.duration(snapshot.now - alert.raisedAt))"
        let seen = alert.acknowledgedAt == nil ? alert.snoozedUntil == nil ? "" : ", snoozed" : ", acknowledged"
        let doubt = alert.isUnverified ? ", not verified: its figure is stale or unknown" : ""
        return "  \(glyphs.warning) \(alert.severity.word) \(alert.message) (\(age)\(seen)\(doubt))"
      }
  }

  private var unknown: [String] {
    let reasons = UnknownFigures(snapshot.figures).lines
    return reasons.isEmpty ? [] : ["Unknown"] + reasons.map { "  \(glyphs.unknown) \($0)" }
  }
}
