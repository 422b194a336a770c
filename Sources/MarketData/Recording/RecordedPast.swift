import HedgeModel

/// What a recorded feed knows of the past: what it was asked for when it was recorded, and what it has told since.
struct RecordedPast: Sendable {
  private struct Series: Hashable {
    let instrument: InstrumentID
    let interval: BetaPolicy.BarInterval
  }

  private struct Funding: Sendable {
    let since: Timestamp
    let answer: Result<[FundingStamp], FeedError>
  }

  private var answers: [Series: [(request: HistoryRequest, answer: Result<[Bar], FeedError>)]] = [:]
  private var bars: [Series: [Bar]] = [:]
  private var payments: [InstrumentID: [Funding]] = [:]
  private var stamps: [InstrumentID: [FundingStamp]] = [:]

  /// Keeps an answer of the recording.
  mutating func note(_ content: RecordingEntry.Content) {
    switch content {
    case .bars(let request, let bars): note(request, .success(bars))
    case .noBars(let request, let reason): note(request, .failure(reason))
    case .payments(let instrument, let since, let stamps):
      payments[instrument, default: []].append(Funding(since: since, answer: .success(stamps)))
    case .noPayments(let instrument, let since, let reason):
      payments[instrument, default: []].append(Funding(since: since, answer: .failure(reason)))
    case .events: break
    }
  }

  private mutating func note(_ request: HistoryRequest, _ answer: Result<[Bar], FeedError>) {
    answers[Series(instrument: request.instrument, interval: request.interval), default: []].append((request, answer))
  }

  /// Keeps a bar or a payment that has been told.
  mutating func note(_ event: FeedEvent) {
    switch event {
    case .bar(let instrument, let interval, let bar):
      bars[Series(instrument: instrument, interval: interval), default: []].append(bar)
    case .fundingStamp(let instrument, let stamp): stamps[instrument, default: []].append(stamp)
    case .update, .signal: break
    }
  }

  /// The answer the recorder got to the same question, else what all its answers and the bars since hold of it.
  func history(_ request: HistoryRequest) throws(FeedError) -> [Bar] {
    let series = Series(instrument: request.instrument, interval: request.interval)
    let answers = answers[series, default: []]
    if let same = answers.last(where: { $0.request == request }) { return try same.answer.get() }
    let told = bars[series, default: []]
    let known = answers.compactMap { try? $0.answer.get() }
    guard !known.isEmpty || !told.isEmpty else {
      if case .failure(let reason)? = answers.last?.answer { throw reason }
      throw FeedError(
        place: "\(request.instrument)", message: "the recording holds no bars of one \(request.interval.rawValue)")
    }
    let all = Self.joined(known + [told], by: \.close).prefix { $0.close <= request.end }
    return Array(all.suffix(max(0, request.count)))
  }

  /// The answer the recorder got to the same question, else what its answers and the payments since hold of it.
  func payments(of instrument: InstrumentID, since: Timestamp) throws(FeedError) -> [FundingStamp] {
    let answers = payments[instrument, default: []]
    if let same = answers.last(where: { $0.since == since }) { return try same.answer.get() }
    let reaching = answers.filter { $0.since <= since }.compactMap { try? $0.answer.get() }
    guard !reaching.isEmpty else {
      if case .failure(let reason)? = answers.last?.answer { throw reason }
      let first = answers.map(\.since).min().map { ", only since \($0.iso8601)" } ?? ""
      throw FeedError(
        place: "\(instrument)", message: "the recording holds no funding payments since \(since.iso8601)\(first)")
    }
    let all = Self.joined(reaching + [stamps[instrument, default: []]], by: \.time)
    return all.filter { $0.time > since }
  }

  /// All of several lists by time, of the same instant the last.
  private static func joined<Element>(_ lists: [[Element]], by time: (Element) -> Timestamp) -> [Element] {
    var entries: [Timestamp: Element] = [:]
    for list in lists {
      for entry in list { entries[time(entry)] = entry }
    }
    return entries.sorted { $0.key < $1.key }.map(\.value)
  }
}
