import Alerting
import HedgeConfiguration
import HedgeModel
import HedgeStore
import Journal
import MarketData
import Notifications
import TerminalCells

/// Joins a session to the channels its configuration names: what the alert rules find is told to them, and how they fare
/// stands in the session's log. With a screen or without.
@MainActor
final class AlertCompanion: StoreObserver {
  private let session: HedgeSession
  private let notifier: Notifier
  /// What the channels were made of; others take a new start, which is said once.
  private var told: AlertConfiguration

  /// A companion that has told nothing yet.
  ///
  /// - Parameters:
  ///   - session: whose alerts are told. Its journal keeps what is to be told; where it keeps no deliveries, they last
  ///     as long as the program.
  ///   - terminal: the terminal of the screen; nil without one.
  ///   - environment: where secrets and proxies are named.
  ///   - wall: the clock of the wall.
  /// - Throws: ``ProgramFailure`` when a channel's secret cannot be read.
  init(
    _ session: HedgeSession, terminal: (any Terminal)? = nil, environment: [String: String],
    wall: any MarketClock = WallClock()
  ) throws {
    let alerts = session.configuration.alerts
    let named = try AlertChannels(alerts, environment: environment)
    var (policies, channels) = (named.policies, named.channels)
    for (policy, channel) in terminal.map({ Self.terminalChannels(alerts, $0) }) ?? [] {
      policies.append(policy)
      channels[policy.name] = channel
    }
    self.session = session
    told = alerts
    let store = session.store
    notifier = Notifier(
      Dispatcher(policies, quiet: alerts.quietHours.map(QuietHours.init), seed: UInt64.random(in: 0 ..< .max)),
      channels: channels, journal: session.journal as? any DeliveryJournal ?? InMemoryDeliveries(), clock: wall
    ) { store.send(.notice("alerts: \($0.words)")) }
  }

  /// Begins to tell, first of all what an earlier run left.
  func start() {
    session.store.add(self)
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
    notifier.tell(Notice(transition, portfolio: portfolio))
  }

  func storeDidPublish(_ snapshot: HedgeSnapshot) {
    tellOfOtherChannels()
    notifier.watch(snapshot.alerts.filter(\.isActive).map { Notice(.raised, $0, portfolio: portfolio) })
  }

  private func tellOfOtherChannels() {
    let now = session.configuration.alerts
    guard now != told else { return }
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
