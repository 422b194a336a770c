import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import MarketData
import Venues

/// Looks at one account: whether its key can be read, what it may do, and what it shows.
struct AccountExamination {
  private let source: AccountSourceConfiguration
  private let open: @Sendable () throws -> VenueAccountSource

  init(_ source: AccountSourceConfiguration, open: @escaping @Sendable () throws -> VenueAccountSource) {
    self.source = source
    self.open = open
  }

  /// The findings, as they are made.
  func steps() -> AsyncStream<DoctorStep> {
    AsyncStream { stream in
      let task = Task {
        do {
          let account = try open()
          stream.yield(step("key", "read"))
          for finding in Self.words(try await account.permissions()) { stream.yield(step("permissions", finding)) }
          stream.yield(Self.step(of: try await account.snapshot(), step))
        } catch {
          stream.yield(DoctorStep(venue: title, step: "fault", ok: false, words: String(describing: error)))
        }
        stream.finish()
      }
      stream.onTermination = { _ in task.cancel() }
    }
  }

  private var title: String { "\(source.account)" }

  private func step(_ name: String, _ words: String) -> DoctorStep {
    DoctorStep(venue: title, step: name, ok: true, words: words)
  }

  /// What a key may do that hedgetop does not need is told as a warning: whoever finds the key could do it.
  static func words(_ permissions: KeyPermissions) -> [String] {
    var words: [String] = []
    if permissions.canTrade == true {
      words.append("WARNING: the key can trade; hedgetop only reads, make one that only reads")
    }
    if permissions.canWithdraw == true { words.append("WARNING: the key can withdraw; make one that only reads") }
    if permissions.isBoundToAddresses == false { words.append("the key works from any address; bind it to this one") }
    if permissions.canTrade == nil || permissions.canWithdraw == nil {
      words.append("the venue does not tell all the key may do")
    }
    return words.isEmpty ? ["the key only reads"] : words
  }

  private static func step(of snapshot: AccountSnapshot, _ step: (String, String) -> DoctorStep) -> DoctorStep {
    if let contradiction = snapshot.contradiction {
      return DoctorStep(
        venue: step("", "").venue, step: "positions", ok: false, words: "not understood: \(contradiction)")
    }
    guard let first = snapshot.positions.first(where: { $0.contracts != 0 }) else {
      return step("positions", "none is open")
    }
    let size = first.contracts.map { "\($0)" } ?? "?"
    return step("positions", "\(snapshot.positions.count) open, such as \(size) \(first.instrument.symbol)")
  }
}
