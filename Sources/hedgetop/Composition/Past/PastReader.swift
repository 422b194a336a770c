import HedgeModel
import Panels

/// Reads the past that the page of history asks for. Waits for the disk: not for the main actor.
struct PastReader: Sendable {
  /// Where figures are kept; nil where they are not.
  let history: (any FigureHistory)?
  /// Where decisions are kept.
  let journal: any DecisionJournal

  /// What is kept, up to an instant; what cannot be read is told in the view.
  func view(_ request: HistoryRequest, until: Timestamp) -> HistoryView {
    guard let history else {
      return HistoryView(
        request: request, since: until, until: until,
        content: .unavailable((journal as? UnkeptJournal)?.reason ?? "the past of figures is not kept here"))
    }
    do {
      let (since, series) = try series(request, until: until, history)
      let decisions = try journal.decisions().filter {
        $0.strategy == request.strategy && $0.at >= since && $0.at <= until
      }
      return HistoryView(
        request: request, since: since, until: until, content: .series(series, decisions: decisions))
    } catch {
      return HistoryView(
        request: request, since: until, until: until, content: .unavailable(String(describing: error)))
    }
  }

  /// What is kept of the time that is asked for, from where it begins: each look at a span that is mostly empty is
  /// followed by a finer one at the part that is not.
  private func series(
    _ request: HistoryRequest, until: Timestamp, _ history: any FigureHistory
  ) throws -> (since: Timestamp, series: HistorySeries) {
    var since = until - (request.range.duration ?? Self.longest)
    var series = HistorySeries.empty
    for _ in 0..<Self.looks {
      series = try history.series(query(request, since: since, until: until))
      guard let first = series.firstKnown else {
        return (since: until - (request.range.duration ?? .days(1)), series: .empty)
      }
      // From the point before: what is known may begin anywhere in the first span.
      let start = max(since, first - series.spacing)
      let isFilled = (start - since).inSeconds < (until - since).inSeconds / 4
      if isFilled { break }
      since = start
    }
    return (since, series)
  }

  private func query(_ request: HistoryRequest, since: Timestamp, until: Timestamp) -> HistoryQuery {
    HistoryQuery(strategy: request.strategy, since: since, until: until, points: request.points)
  }

  /// Looks at most; each makes the span four times shorter at least.
  private static let looks = 12
  private static let longest = Duration.days(365 * 20)
}

extension HistorySeries {
  /// The first instant at which anything is known; nil when nothing is.
  fileprivate var firstKnown: Timestamp? {
    instants.indices.first { index in columns.values.contains { $0.last[index] != nil } }.map { instants[$0] }
  }
}
