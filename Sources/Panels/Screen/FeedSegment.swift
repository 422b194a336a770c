import HedgeModel
import HedgeStore
import TerminalCells

/// What the header says of the feeds, in little room.
struct FeedSegment {
  let feeds: [FeedStatus]
  let now: Timestamp
  let format: FigureFormat
  /// Columns of the screen.
  let columns: Int

  /// True when all prices are real and arrive in time.
  var isCalm: Bool { feeds.allSatisfy { $0.isLive && $0.isHealthy } }

  /// `binance-usdm live`, `[SIMULATED] live`; of several `LIVE 3/3`, or `LIVE 2/3` and the worst of the others.
  var phrases: [Phrase] {
    guard let first = feeds.first else { return [] }
    return feeds.count == 1 ? alone(first) : together
  }

  /// One feed: its label and state; a recording or a simulation is filled with colour and in brackets, so that it is
  /// not taken for the market.
  private func alone(_ feed: FeedStatus) -> [Phrase] {
    [feed.isLive ? Phrase(feed.label) : Phrase("[\(feed.label)]", .notLive), Phrase(" "), health(feed)] + age([feed])
  }

  /// What is not healthy says in words since when; of what is, an age below three seconds says nothing.
  private func age(_ feeds: [FeedStatus]) -> [Phrase] {
    guard feeds.allSatisfy(\.isHealthy), let oldest = feeds.compactMap(\.lastEventAt).min(),
      now - oldest >= .seconds(3)
    else { return [] }
    return [Phrase(" \(format.duration(now - oldest))", .label)]
  }

  /// A feed's state in words; one that has fallen silent or failed is reversed and in capitals.
  private func health(_ feed: FeedStatus) -> Phrase {
    guard !feed.isHealthy else { return Phrase(feed.words, .calm) }
    guard feed.lastEventAt != nil else { return Phrase("\(format.glyphs.warning) \(feed.words)", .warning) }
    let words = Self.state(feed).uppercased() + feed.words.dropFirst(Self.state(feed).count)
    return Phrase(" \(format.glyphs.warning) \(words) ", .warning, emphasis: [.bold, .reverse])
  }

  private var together: [Phrase] {
    let healthy = feeds.count(where: \.isHealthy)
    let word = feeds.allSatisfy(\.isLive) ? "LIVE" : "[\(feeds[0].label)]"
    let count = "\(word) \(healthy)/\(feeds.count)"
    let role: ThemeRole = isCalm ? .calm : feeds.allSatisfy(\.isLive) ? .text : .notLive
    return [Phrase(count, role)] + (worst.map { [Phrase(" "), fault($0)] } ?? age(feeds))
  }

  /// The feed that is off with the oldest value; one that never had any before all others.
  private var worst: FeedStatus? {
    feeds.filter { !$0.isHealthy }.min {
      ($0.lastEventAt ?? Timestamp(milliseconds: .min), $0.name)
        < ($1.lastEventAt ?? Timestamp(milliseconds: .min), $1.name)
    }
  }

  /// `binance-usdm STALE 35 s`: its name, its state in a word, and how old its last value is. One that begins says what
  /// it says.
  private func fault(_ feed: FeedStatus) -> Phrase {
    let room = max(24, columns / 3)
    guard let last = feed.lastEventAt else {
      let words = "\(format.glyphs.warning) \(feed.name) \(feed.words)"
      return Phrase(words.truncated(toColumns: room, ellipsis: format.glyphs.ellipsis), .warning)
    }
    let state = "\(Self.state(feed).uppercased()) \(format.duration(now - last))"
    let words = " \(format.glyphs.warning) \(feed.name) \(state) "
    return Phrase(words, .warning, emphasis: [.bold, .reverse])
  }

  /// The first word of its state: `stale` of `stale 35 s`, `failed` of `failed: connection refused`.
  private static func state(_ feed: FeedStatus) -> Substring {
    feed.words.prefix { $0 != " " && $0 != ":" }
  }
}
