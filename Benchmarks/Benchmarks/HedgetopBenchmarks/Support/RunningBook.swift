import Alerting
import HedgeModel
import HedgeStore
import MarketData

/// The state of a large book with its history loaded, one second further at each step.
final class RunningBook {
  private var state: State
  private var shown: HedgeSnapshot
  private let book: LargeBook
  private let inbox = Inbox()
  private var steps = 0

  init(_ book: LargeBook) {
    self.book = book
    state = State(
      settings: StoreSettings(
        portfolio: book.portfolio, feeds: [LargeBook.feed], alertPolicy: AlertPolicy(), startedAt: LargeBook.start))
    _ = state.reduce(.historyLoaded(book.history()))
    shown = state.snapshot
    inbox.post(.signal(.connected))
    for _ in 0..<3 { refresh(nextArrivals()) }
  }

  /// What the inbox holds a second later: every price has moved.
  func nextArrivals() -> FeedArrivals {
    steps += 1
    inbox.post(contentsOf: book.events(at: now, move: 1 + 0.0001 * Double(steps % 17)))
    return FeedArrivals(feed: LargeBook.feed.name, contents: inbox.drain())
  }

  /// What the store does at each tick of its timer.
  func refresh(_ arrived: FeedArrivals) {
    _ = state.reduce(.refresh(now: now, arrived: [arrived]))
    shown = state.snapshot
  }

  /// True when the figures are complete: otherwise the figures measured would be those of an empty book.
  var isComplete: Bool { shown.figures.strategies.allSatisfy { $0.netBeta.drift.isFresh } }

  private var now: Timestamp { LargeBook.start + .seconds(steps) }
}
