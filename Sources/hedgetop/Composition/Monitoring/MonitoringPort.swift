import HTTPPort
import HedgeModel
import HedgeStore
import MarketData
import Metrics

/// A companion of sessions: serves their newest snapshots over HTTP, to Prometheus and other programs.
@MainActor
final class MonitoringPort {
  /// Hands the snapshots of one session over.
  private final class Messenger: StoreObserver {
    let session: HedgeSession
    private let publish: @MainActor (HedgeSnapshot) -> Void

    init(_ session: HedgeSession, publish: @escaping @MainActor (HedgeSnapshot) -> Void) {
      self.session = session
      self.publish = publish
    }

    func storeDidPublish(_ snapshot: HedgeSnapshot) { publish(snapshot) }
  }

  private let settings: MonitoringSettings
  private let clock: any MarketClock
  private let pages: MonitoringPages
  private var messengers: [Messenger] = []
  private var server: PortServer?

  /// A port that is not open yet.
  ///
  /// - Parameters:
  ///   - settings: where it listens and who may ask.
  ///   - sessions: what it tells of, each portfolio under a name of its own.
  ///   - clock: the clock of the wall.
  ///   - process: what the program takes of the machine.
  init(
    _ settings: MonitoringSettings, for sessions: [HedgeSession], clock: any MarketClock = WallClock(),
    process: @escaping @Sendable () -> ProcessFigures = ProcessFigures.now
  ) {
    self.settings = settings
    self.clock = clock
    pages = MonitoringPages(clock: clock, process: process)
    for (index, session) in sessions.enumerated() {
      messengers.append(
        Messenger(session) { [pages] snapshot in
          let interval = session.store.refreshInterval ?? .seconds(1)
          pages.publish(PublishedPortfolio(snapshot, publishedAt: clock.now(), interval: interval), at: index)
        })
    }
  }

  /// Where it listens; nil while it does not.
  var address: PortAddress? { server?.address }

  /// Opens the port, tells the log of each session, and hands over what there is and what will be.
  ///
  /// - Throws: ``PortError`` when it cannot listen.
  func start() async throws {
    for messenger in messengers { messenger.storeDidPublish(messenger.session.store.snapshot) }
    let server = try await PortServer.open(at: settings.place, access: settings.access) { [pages] in
      pages.page(at: $0)
    }
    self.server = server
    for messenger in messengers {
      messenger.session.store.add(messenger)
      messenger.session.store.send(.notice("metrics are served at http://\(server.address)/metrics"))
    }
  }

  /// Closes the port with all its connections.
  func stop() async {
    for messenger in messengers { messenger.session.store.remove(messenger) }
    await server?.close()
    server = nil
  }

  /// Opens a port where one is wanted. One that only the configuration wants, as when the screen is opened beside a
  /// program that serves already, does without: the log of each session says why.
  ///
  /// - Throws: ``ProgramFailure`` when the command line asked for it and it cannot listen.
  static func open(_ settings: MonitoringSettings?, for sessions: [HedgeSession]) async throws -> MonitoringPort? {
    guard let settings else { return nil }
    let port = MonitoringPort(settings, for: sessions)
    do {
      try await port.start()
      return port
    } catch {
      if settings.isAskedFor { throw ProgramFailure(.runtime, "--metrics: \(error)") }
      for session in sessions { session.store.send(.notice("metrics are not served: \(error)")) }
      return nil
    }
  }
}
