import HTTPPort
import HedgeModel
import MarketData
import Metrics
import Synchronization

/// The pages of the monitoring port. Snapshots come in from the main actor, where handing one over costs nothing; a
/// page is made of them on the port's thread when it is asked for, and once a snapshot at most.
final class MonitoringPages: Sendable {
  private struct Contents {
    /// Rising with each snapshot.
    var generation = 0
    var portfolios: [PublishedPortfolio] = []
    /// What was made of these snapshots.
    var made: [Page: PortBody] = [:]
  }

  private enum Page {
    case metrics
    case snapshot
  }

  private let contents = Mutex(Contents())
  private let clock: any MarketClock
  private let process: @Sendable () -> ProcessFigures

  /// Pages that have nothing to show yet.
  ///
  /// - Parameters:
  ///   - clock: the clock of the wall.
  ///   - process: what the program takes of the machine now.
  init(clock: any MarketClock, process: @escaping @Sendable () -> ProcessFigures) {
    self.clock = clock
    self.process = process
  }

  /// Takes a portfolio's newest snapshot. The first ones come in order; `index` is the portfolio's place among them.
  func publish(_ portfolio: PublishedPortfolio, at index: Int) {
    contents.withLock { contents in
      contents.generation += 1
      contents.made = [:]
      if index < contents.portfolios.count {
        contents.portfolios[index] = portfolio
      } else {
        contents.portfolios.append(portfolio)
      }
    }
  }

  /// The page at a path; nil when there is none.
  func page(at path: String) -> PortAnswer? {
    switch path {
    case "/metrics":
      let hedge = page(.metrics) { PortBody(MetricsText.hedge($0)) }
      let build = ProgramVersion.buildFacts
      return PortAnswer(200, .metrics, PortBody(hedge, MetricsText.process(process(), build: build)))
    case "/healthz": return health
    case "/snapshot":
      do {
        return PortAnswer(200, .json, try page(.snapshot, making: Self.json))
      } catch {
        return .words(500, "the snapshot holds a number that JSON cannot tell")
      }
    default: return nil
    }
  }

  private var health: PortAnswer {
    let now = clock.now()
    let faults = contents.withLock(\.portfolios).flatMap { PortfolioHealth($0, now: now).faults }
    return faults.isEmpty ? .words(200, "ok") : .words(503, faults.joined(separator: "\n"))
  }

  /// The page that was made of these snapshots, or one made now. It is made without holding the lock: publishing never
  /// waits for it.
  private func page(_ page: Page, making body: ([PublishedPortfolio]) throws -> PortBody) rethrows -> PortBody {
    let now = contents.withLock { $0 }
    if let made = now.made[page] { return made }
    let made = try body(now.portfolios)
    contents.withLock { if $0.generation == now.generation { $0.made[page] = made } }
    return made
  }

  /// What `status --json` prints: an object, or a list of one a portfolio where several are watched.
  private static func json(_ portfolios: [PublishedPortfolio]) throws -> PortBody {
    let reports = portfolios.map { SnapshotReport($0.snapshot) }
    return PortBody(try reports.count == 1 ? JSONOutput.text(reports[0]) : JSONOutput.text(reports))
  }
}
