import Alerting
import HedgeConfiguration
import HedgeModel
import HedgeStore
import Journal
import MarketData

/// Joins a session to its journal: snapshots, alerts and funding go into it, and what another process decides comes out.
@MainActor
final class JournalWatch: StoreObserver, SessionCompanion {
  /// How often it is looked what others have done, at most.
  private static let pace = Duration.milliseconds(100)
  /// How much of the past the charts begin with.
  nonisolated private static let recalled = (span: Duration.hours(6), points: 720)

  private let session: HedgeSession
  private let journal: PortfolioJournal
  private let wall: any MarketClock
  private let funding: FundingWatch
  private var standing = JournalStanding.writes
  private var followedAt: Timestamp?
  private var sampledAt: Timestamp?
  private var transitions: [AlertTransition] = []
  private var seeding: Task<Void, Never>?

  /// A watch that has not begun.
  init(_ session: HedgeSession, _ journal: PortfolioJournal, wall: any MarketClock = WallClock()) {
    self.session = session
    self.journal = journal
    self.wall = wall
    funding = FundingWatch(session, journal)
  }

  /// Begins: the charts get their past, and everything from now on is kept.
  func start() {
    session.store.add(self)
    let now = session.connection.clock.now()
    // A market that is made up or played again begins anew: what lay after its beginning never was.
    if session.connection.feeds.contains(where: { !$0.identity.isLive }) { journal.forgetHistory(after: now) }
    follow()
    recall(until: now)
  }

  /// Writes what waits, and gives the pen to whoever waits for it.
  func stop() {
    seeding?.cancel()
    session.store.remove(self)
    journal.close()
  }

  func storeDidTell(_ transition: AlertTransition) { transitions.append(transition) }

  func storeDidPublish(_ snapshot: HedgeSnapshot) {
    for transition in transitions { journal.keep(AlertEvent(transition, at: snapshot.now)) }
    transitions = []
    if sampledAt.map({ snapshot.now > $0 }) ?? true {
      sampledAt = snapshot.now
      journal.keep { HistorySample.all(of: snapshot) }
    }
    funding.keepNew()
    follow()
  }

  /// Tells the store what has happened to the journal.
  private func follow() {
    let now = wall.now()
    if let last = followedAt, now >= last, now - last < Self.pace { return }
    followedAt = now
    let news = journal.follow(at: now)
    for notice in news.notices { session.store.send(.notice(notice)) }
    for decision in news.decisions { session.store.send(.recorded(decision)) }
    guard news.standing != standing else { return }
    standing = news.standing
    session.store.send(.journal(standing))
    if let words = standing.words { session.store.send(.notice(words)) }
  }

  private func recall(until now: Timestamp) {
    let (journal, store) = (journal, session.store)
    let names = session.configuration.portfolio.strategies.map(\.name)
    seeding = Task {
      let past = await Task.detached(priority: .utility) {
        names.reduce(into: [String: [StrategySample]]()) { past, name in
          let query = HistoryQuery(
            strategy: name, figures: StrategySample.figures, since: now - Self.recalled.span, until: now,
            points: Self.recalled.points)
          past[name] = (try? journal.series(query)).map(StrategySample.all)
        }
      }.value
      if !Task.isCancelled { store.send(.historyRecalled(past)) }
    }
  }
}

extension JournalStanding {
  /// What the log says of it; nil when all is as it should be.
  fileprivate var words: String? {
    switch self {
    case .writes: nil
    case .watches(let holder):
      "\(holder) has the pen; this one watches, follows its decisions, and takes over when it ends"
    case .unkept(let reason): "decisions cannot be kept: \(reason)"
    }
  }
}

extension AlertEvent {
  /// What is kept of a transition.
  fileprivate init(_ transition: AlertTransition, at now: Timestamp) {
    let kind: Kind =
      switch transition.kind {
      case .raised: .raised
      case .escalated: .escalated
      case .cleared: .cleared
      case .reminded: .reminded
      }
    self.init(
      at: now, kind: kind, alert: transition.alert.id, severity: transition.alert.severity.word.lowercased(),
      message: transition.alert.message)
  }
}

extension StrategySample {
  /// The figures a sample has.
  fileprivate static let figures: [HistoryFigure] = [.netBeta, .target, .marginRatio, .spotValue]

  /// The points of a series as samples.
  fileprivate static func all(_ series: HistorySeries) -> [StrategySample] {
    func value(_ figure: HistoryFigure, _ index: Int) -> Double? { series.columns[figure]?.last[index] }
    return series.instants.enumerated().map { index, instant in
      StrategySample(
        at: instant, netBeta: value(.netBeta, index), target: value(.target, index),
        marginRatio: value(.marginRatio, index), spotValue: value(.spotValue, index))
    }
  }
}
