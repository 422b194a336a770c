import HedgeModel
import HedgeStore
import MarketData

/// Asks the feeds for the past a portfolio needs, and tells what comes as it comes.
///
/// Exchanges do not wait for each other: of one a year of hourly funding takes minutes, as it allows so many questions a
/// minute. What is no exchange answers at once and is asked in order, so that a replay is told the same each time.
@MainActor
struct HistoryLoading {
  /// Questions to one exchange at a time: while one answer is read the next is on its way.
  private static let atOnce = 2
  /// Perpetuals whose payments are told together.
  private static let together = 10

  let connection: FeedConnection
  let portfolio: Portfolio
  /// Takes what has come.
  let tell: @MainActor (Action) -> Void

  /// Asks for everything; returns when all has been told.
  func run() async {
    let end = connection.clock.now()
    let bars = Dictionary(grouping: HistoryPlan.bars(for: portfolio, endingAt: end), by: \.instrument.venue)
    let funding = Dictionary(grouping: HistoryPlan.funding(for: portfolio, endingAt: end), by: \.instrument.venue)
    let venues = Set(bars.keys).union(funding.keys).sorted()
    if venues.isEmpty { tell(.historyLoaded([])) }
    guard connection.feeds.allSatisfy(\.identity.isLive) else {
      for venue in venues { await load(bars[venue] ?? [], funding[venue] ?? []) }
      return
    }
    await withDiscardingTaskGroup { group in
      for venue in venues {
        group.addTask { await load(bars[venue] ?? [], funding[venue] ?? []) }
      }
    }
  }

  private func load(_ bars: [HistoryRequest], _ funding: [HistoryPlan.Payments]) async {
    await loadBars(bars)
    await loadFunding(funding)
  }

  private func loadBars(_ requests: [HistoryRequest]) async {
    guard !requests.isEmpty else { return }
    var loaded: [LoadedHistory] = []
    await ask(requests) { [connection] request in
      try await connection.feed(of: request.instrument).history(request)
    } take: { request, answer in
      switch answer {
      case .success(let bars): loaded.append(LoadedHistory(request: request, bars: bars))
      case .failure(let error): tell(.historyUnavailable(request, reason: String(describing: error)))
      }
    }
    tell(.historyLoaded(loaded))
  }

  private func loadFunding(_ payments: [HistoryPlan.Payments]) async {
    var loaded: [LoadedFunding] = []
    await ask(payments) { [connection] payments in
      let (instrument, since) = (payments.instrument, payments.since)
      let stamps = try await connection.feed(of: instrument).fundingHistory(of: instrument, since: since)
      return LoadedFunding(instrument, since: since, stamps: stamps)
    } take: { payments, answer in
      switch answer {
      case .success(let funding): loaded.append(funding)
      case .failure(let error):
        tell(.fundingUnavailable(payments.instrument, reason: String(describing: error)))
      }
      guard loaded.count >= Self.together else { return }
      tell(.fundingLoaded(loaded))
      loaded = []
    }
    if !loaded.isEmpty { tell(.fundingLoaded(loaded)) }
  }

  /// Asks some questions at a time, and takes the answers in the order of the questions; asks no more once nobody wants
  /// the answers.
  private func ask<Question: Sendable, Answer: Sendable>(
    _ questions: [Question], _ question: @escaping @Sendable (Question) async throws -> Answer,
    take: (Question, Result<Answer, any Error>) -> Void
  ) async {
    for start in stride(from: 0, to: questions.count, by: Self.atOnce) where !Task.isCancelled {
      let some = questions[start..<min(start + Self.atOnce, questions.count)]
      let tasks = some.map { asked in Task { try await question(asked) } }
      for (asked, task) in zip(some, tasks) {
        let answer = await withTaskCancellationHandler {
          await task.result
        } onCancel: {
          for task in tasks { task.cancel() }
        }
        take(asked, answer)
      }
    }
  }
}
