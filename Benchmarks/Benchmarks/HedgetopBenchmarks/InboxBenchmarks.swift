import Benchmark
import MarketData
import Synchronization

/// Updates a feed posts one by one, of 2,000 instruments in turn; throughput counts updates.
func inboxBenchmarks() {
  let events = LargeBook(strategies: 1).events(at: LargeBook.start)
  let scale = Benchmark.Configuration(
    metrics: [.wallClock, .throughput], scalingFactor: .kilo, maxDuration: .seconds(3))

  Benchmark("Inbox: post, one thread", configuration: scale) { benchmark, inbox in
    for index in benchmark.scaledIterations { inbox.post(events[index]) }
  } setup: {
    Inbox()
  }

  Benchmark("Inbox: post, while another thread posts", configuration: scale) { benchmark, rival in
    for index in benchmark.scaledIterations { rival.inbox.post(events[index]) }
  } setup: {
    RivalPoster(events: events)
  }

  Benchmark("Inbox: post a batch of 3,000", configuration: Benchmark.defaultConfiguration) { benchmark, inbox in
    inbox.post(contentsOf: events)
  } setup: {
    Inbox()
  }

  Benchmark("Inbox: drain 2,000 instruments") { benchmark, inbox in
    inbox.post(contentsOf: events)
    benchmark.startMeasurement()
    blackHole(inbox.drain())
    benchmark.stopMeasurement()
  } setup: {
    Inbox()
  }
}

/// A thread that posts into the same inbox for as long as this value lives.
private final class RivalPoster: Sendable {
  let inbox = Inbox()
  private let isDone = Atomic(false)

  init(events: [FeedEvent]) {
    startThread { [weak self, inbox] in
      while let self, !self.isDone.load(ordering: .relaxed) {
        for event in events.prefix(500) { inbox.post(event) }
      }
    }
  }

  deinit { isDone.store(true, ordering: .relaxed) }
}
