import FoundationEssentials
import HedgeModel
import Journal

/// A journal in a folder of its own, which is gone with it, of one strategy whose figures all move.
final class KeptBook {
  let journal: PortfolioJournal
  private let folder: String
  private var now = LargeBook.start
  private var decided = 0

  /// A journal with so many days of the past in it: every minute, and every second of the last two.
  init(history days: Int) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID().uuidString)").path
    journal = try PortfolioJournal(portfolio: "Benchmark", folder: folder, command: "benchmark", now: now)
    guard days > 0 else { return }
    keep((days - 2) * 1440, every: .seconds(60))
    keep(2 * 86_400, every: .seconds(1))
  }

  deinit {
    journal.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Hands the next second's figures over.
  func keepSecond() {
    now = now + .seconds(1)
    let at = now
    journal.keep { [Self.sample(at)] }
  }

  /// Keeps so many seconds, written.
  func keepSeconds(_ count: Int) { keep(count, every: .seconds(1)) }

  /// Records a decision.
  func decide() throws {
    decided += 1
    let ratio = Decimal(decided % 100) / 100
    _ = try journal.record(Decision(at: now, strategy: "Core", change: .hedgeRatio(old: ratio, new: 1 - ratio)))
  }

  /// What the page of the past asks for.
  func chart(of span: Duration) throws -> HistorySeries {
    try journal.series(
      HistoryQuery(
        strategy: "Core", figures: [.netBeta, .target, .band, .marginRatio], since: now - span, until: now, points: 500)
    )
  }

  /// Size of everything on disk.
  var bytes: Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.reduce(0) { sum, name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      return sum + (attributes?[.size] as? Int ?? 0)
    }
  }

  private func keep(_ count: Int, every step: Duration) {
    var left = count
    while left > 0 {
      let part = min(left, 2000)
      let begin = now
      journal.keep { (1...part).map { Self.sample(begin + step * $0) } }
      journal.settle()
      now = begin + step * part
      left -= part
    }
  }

  /// Figures that all differ from second to second, none of them a short number.
  private static func sample(_ at: Timestamp) -> HistorySample {
    let phase = Double(at.milliseconds % 86_400_000) / 86_400_000
    return HistorySample(at: at, strategy: "Core") { figure in
      switch figure {
      case .target: 0.17
      case .band: 0.05
      case .spotValue, .hedgeNotional, .profit: 1_000_000 * (1 + 0.1 * phase * phase)
      default: phase / 3 + 0.1 * phase * phase
      }
    }
  }
}
