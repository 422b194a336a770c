import Alerting
import HedgeConfiguration
import HedgeModel
import HedgeStore
import Journal
import MarketData
import Notifications
import TerminalCells

/// Joins a session to the channels its configuration names: what the alert rules find is told to them, and how they fare
/// stands in the session's log.
///
/// Channels that reach people elsewhere are told by the one process that has the journal's pen, with a screen or without;
/// each screen rings its own terminal.
@MainActor
final class AlertCompanion: StoreObserver, SessionCompanion {
  private let session: HedgeSession
  private let notifier: Notifier
  private let isScreen: Bool
  private var hasBegun = false
  /// What the channels were made of; others take a new start, which is said once.
  private var told: AlertConfiguration

  /// A companion for the channels that reach people elsewhere; nothing is told yet.
  ///
  /// - Parameters:
  ///   - session: whose alerts are told. Its journal keeps what is to be told; where it keeps no deliveries, they last
  ///     as long as the program.
  ///   - environment: where secrets and proxies are named.
  ///   - wall: the clock of the wall.
  /// - Throws: ``ProgramFailure`` when a channel's secret cannot be read.
  convenience init(
    _ session: HedgeSession, environment: [String: String], wall: any MarketClock = WallClock()
  ) throws {
    let named = try AlertChannels(session.configuration.alerts, environment: environment)
    self.init(
      session, named.policies, named.channels, isScreen: false,
      journal: session.journal as? any DeliveryJournal ?? InMemoryDeliveries(), wall)
  }

  /// A companion for the terminal of one screen; nothing is told yet.
  convenience init(_ session: HedgeSession, ringing terminal: any Terminal, wall: any MarketClock = WallClock()) {
    let channels = Self.terminalChannels(session.configuration.alerts, terminal)
    self.init(
      session, channels.map(\.0), Dictionary(channels.map { ($0.0.name, $0.1) }) { first, _ in first },
      isScreen: true, journal: InMemoryDeliveries(), wall)
  }

  private init(
    _ session: HedgeSession, _ policies: [ChannelPolicy], _ channels: [String: any AlertChannel], isScreen: Bool,
    journal: any DeliveryJournal, _ wall: any MarketClock
  ) {
    self.session = session
    self.isScreen = isScreen
    let alerts = session.configuration.alerts
    told = alerts
    let store = session.store
    notifier = Notifier(
      Dispatcher(policies, quiet: alerts.quietHours.map(QuietHours.init), seed: UInt64.random(in: 0 ..< .max)),
      channels: channels, journal: journal, clock: wall
    ) { store.send(.notice("alerts: \($0.words)")) }
  }

  /// Begins to tell, first of all what an earlier run left.
  func start() {
    session.store.add(self)
    takeOver()
  }

  /// Whether it is this process that tells: another with the pen does already.
  private var isTelling: Bool {
    guard !isScreen, case .watches? = (session.journal as? PortfolioJournal)?.standing else { return true }
    return false
  }

  /// Takes up what was left as soon as it is this process that tells.
  private func takeOver() {
    guard !hasBegun, isTelling else { return }
    hasBegun = true
    notifier.start()
  }

  /// Tells nothing more; what was not told is kept for the next start.
  func stop() {
    session.store.remove(self)
    notifier.stop()
  }

  /// How each channel fares.
  var states: [(channel: String, state: ChannelState, waiting: Int)] { notifier.states }

  func storeDidTell(_ transition: AlertTransition) {
    guard isTelling else { return }
    takeOver()
    notifier.tell(Notice(transition, portfolio: portfolio))
  }

  func storeDidPublish(_ snapshot: HedgeSnapshot) {
    tellOfOtherChannels()
    guard isTelling else { return }
    takeOver()
    notifier.watch(snapshot.alerts.filter(\.isActive).map { Notice(.raised, $0, portfolio: portfolio) })
  }

  private func tellOfOtherChannels() {
    let now = session.configuration.alerts
    guard !isScreen, now != told else { return }
    let isOther = now.channels != told.channels || now.quietHours != told.quietHours
    told = now
    if isOther { session.store.send(.notice("alerts: other channels and quiet hours take a new start")) }
  }

  private var portfolio: String { session.configuration.portfolio.name }

  /// The channels of kind `terminal`; where there is none, the bell alone, unless it is switched off.
  private static func terminalChannels(
    _ alerts: AlertConfiguration, _ terminal: any Terminal
  ) -> [(ChannelPolicy, any AlertChannel)] {
    let stated = alerts.channels.compactMap { channel -> (ChannelPolicy, any AlertChannel)? in
      guard case .terminal(let bell, let title) = channel.kind else { return nil }
      return (ChannelPolicy(channel), TerminalChannel(terminal, rings: bell, setsTitle: title))
    }
    guard stated.isEmpty, alerts.bell else { return stated }
    let bell = ChannelPolicy(
      name: "(bell)", minimumSeverity: .info, sendsRecovery: false, ratePerMinute: 60, isKept: false)
    return [(bell, TerminalChannel(terminal, rings: true, setsTitle: false))]
  }
}
