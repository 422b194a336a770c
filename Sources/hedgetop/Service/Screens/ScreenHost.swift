import Dispatch
import HedgeConfiguration
import HedgeModel
import MarketData
import NcursesTerminal
import Panels
import ScreenSocket
import ScreenWire
import TerminalCells

/// Shows the screen of a service to whoever of its user's attaches, at a socket for each portfolio: any number of viewers, each with a screen of its
/// own, one of them in control at a time.
@MainActor
final class ScreenHost {
  /// A viewer that is let in.
  struct Admission {
    let welcome: HostWelcome
    let settings: DisplaySettings
    let themes: ThemeLibrary
    let theme: Theme
    let role: ScreenRole
  }

  /// Why a viewer is not.
  struct Refusal: Error {
    let words: String
  }

  /// The most viewers at once.
  static let capacity = 100
  private static let beatInterval = 2

  /// How many show a screen.
  var screens: Int { viewers.values.count(where: \.isAttached) }

  private let portfolios: [WatchedPortfolio]
  private let places: [SocketPlace]
  private let isReadOnly: Bool
  private let themesFolder: String?
  private let log: ServiceLog
  private var listeners: [SocketListener] = []
  private var viewers: [ObjectIdentifier: AttachedViewer] = [:]
  private var desk = ControlDesk<ObjectIdentifier>()
  private var pulse: (any DispatchSourceTimer)?

  /// A host that does not listen yet.
  ///
  /// - Parameters:
  ///   - portfolios: what it shows.
  ///   - places: where to listen; who attaches at the place of a portfolio is shown that one first.
  ///   - isReadOnly: whether nobody may decide.
  ///   - themesFolder: the user's own themes.
  init(
    _ portfolios: [WatchedPortfolio], places: [SocketPlace], isReadOnly: Bool, themesFolder: String?, log: ServiceLog
  ) {
    self.portfolios = portfolios
    self.places = places
    self.isReadOnly = isReadOnly
    self.themesFolder = themesFolder
    self.log = log
  }

  /// Begins to listen.
  ///
  /// - Throws: ``ProgramFailure`` when the place is taken, or not the user's alone.
  func start() throws {
    for (index, place) in places.enumerated() {
      do {
        listeners.append(try SocketListener(at: place) { [weak self] in self?.accept($0, at: index) })
      } catch {
        for listener in listeners { listener.stop() }
        throw ProgramFailure(.runtime, error.description)
      }
    }
    let pulse = DispatchSource.makeTimerSource(queue: .main)
    pulse.schedule(deadline: .now() + .seconds(Self.beatInterval), repeating: .seconds(Self.beatInterval))
    pulse.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.beat() }
    }
    pulse.activate()
    self.pulse = pulse
    for place in places { log.say("viewer", .info, "screens attach at \(place.path)") }
  }

  /// Tells all viewers that the service ends, and listens no more.
  func stop() {
    pulse?.cancel()
    for listener in listeners { listener.stop() }
    for viewer in viewers.values { viewer.dismiss(saying: "the service has ended") }
    listeners = []
  }

  /// Decides about a viewer that has said hello.
  func admit(_ viewer: AttachedViewer, _ hello: ViewerHello) -> Result<Admission, Refusal> {
    guard hello.version == ViewerHello.version else {
      return .failure(
        Refusal(
          words: "the service is \(ProgramVersion.text), this is \(hello.program); restart the older of the two"))
    }
    let configuration = portfolios[viewer.portfolio].session.configuration
    let display = configuration.display
    let settings = DisplaySettings(
      refreshInterval: hello.interval ?? Int(display.refresh.wholeMilliseconds), theme: hello.theme ?? display.theme,
      themesFolder: hello.themesFolder, hidesBalances: hello.hidesBalances || display.hideBalances,
      isReadOnly: isReadOnly, terminal: TerminalOptions())
    let themes = ThemeLibrary(folders: [themesFolder, hello.themesFolder].compactMap { $0 })
    do {
      let theme = try themes.theme(named: settings.theme)
      let role = try role(of: viewer, hello)
      let welcome = HostWelcome(
        program: ProgramVersion.text, portfolio: configuration.portfolio.name,
        hasControl: role.refusal == nil)
      log.say("viewer", .info, "\(viewer.words) attached\(role.refusal == nil ? ", in control" : "")")
      return .success(
        Admission(welcome: welcome, settings: settings, themes: themes, theme: theme, role: role))
    } catch {
      return .failure(Refusal(words: String(describing: error)))
    }
  }

  /// The screen of a viewer.
  func watcher(of viewer: AttachedViewer, on terminal: RemoteTerminal, _ admission: Admission) -> Watcher {
    Watcher(
      portfolios, showing: viewer.portfolio, terminal: terminal, settings: admission.settings,
      themes: admission.themes, theme: admission.theme, role: admission.role)
  }

  /// A viewer has gone.
  func hasGone(_ viewer: AttachedViewer) {
    let id = ObjectIdentifier(viewer)
    let hadControl = desk.holds(id)
    desk.leave(id)
    guard viewers.removeValue(forKey: id) != nil, viewer.isAttached else { return }
    log.say("viewer", .info, "\(viewer.words) gone\(hadControl ? ", control is free" : "")")
  }

  private func role(of viewer: AttachedViewer, _ hello: ViewerHello) throws -> ScreenRole {
    guard hello.wantsControl else {
      return .viewer(because: "read-only: hedgetop attach --control decides")
    }
    guard !isReadOnly else { throw ProgramFailure(.runtime, "the service runs with --readonly: nobody may decide") }
    let since = WallClock().now().iso8601
    if let holder = desk.take(ObjectIdentifier(viewer), words: "\(viewer.words) since \(since)") {
      throw ProgramFailure(
        .runtime, "control is held by \(holder); attach without --control to look, or wait until it is free")
    }
    return .controller
  }

  private func accept(_ connection: SocketConnection, at place: Int) {
    guard viewers.count < Self.capacity else { return connection.close() }
    let viewer = AttachedViewer(connection, host: self, portfolio: place)
    viewers[ObjectIdentifier(viewer)] = viewer
    viewer.start()
  }

  private func beat() {
    for viewer in viewers.values { viewer.beat() }
  }
}
