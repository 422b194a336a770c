import Alerting
import HedgeModel
import MarketData
import Testing

@testable import Notifications

/// Random histories: alerts, failures, refusals, restarts between any two effects.
@Suite struct DispatcherPropertyTests {
  private static let policies = [
    ChannelPolicy(name: "a", minimumSeverity: .info, ratePerMinute: 4, givesUpAfter: .hours(2)),
    ChannelPolicy(name: "b", minimumSeverity: .info, ratePerMinute: 1, givesUpAfter: .days(30)),
    ChannelPolicy(name: "c", minimumSeverity: .info, ratePerMinute: 30, givesUpAfter: .days(30)),
  ]

  @Test(
    "every notice is sent and said to have arrived, or given up and said; the rate holds; the order is kept",
    arguments: 0..<200)
  func history(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var bench = DispatchBench(Self.policies)
    var arrived: [String: [String]] = [:]
    var told: [String] = []
    var restarts: [Timestamp] = []
    func settle(_ bench: inout DispatchBench, _ name: String, _ outcome: ChannelOutcome) {
      if case .delivered = outcome {
        arrived[name, default: []] += bench.underway[name]?.notices.map(\.message) ?? []
      }
      bench.finish(name, outcome)
    }
    for step in 0..<120 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0...3:
        told.append("alert \(step)")
        bench.tell(DispatchBench.notice("alert \(step)"))
      case 4: bench.advance(.seconds(Int.random(in: 1...90, using: &random)))
      case 5:
        bench.restart()
        restarts.append(bench.now)
      default:
        guard let name = bench.underway.keys.sorted().randomElement(using: &random) else { continue }
        settle(&bench, name, Bool.random(using: &random) ? .delivered("200") : .failed("timed out"))
      }
    }
    var rounds = 0
    while !bench.journal.isEmpty, rounds < 2000 {
      rounds += 1
      for name in bench.underway.keys.sorted() { settle(&bench, name, .delivered("200")) }
      // While a message is on its way the next instant is that at which others are given up.
      if bench.underway.isEmpty, !bench.journal.isEmpty { _ = bench.advanceToDeadline() }
    }
    #expect(bench.journal.isEmpty, "seed \(seed): something is never told")
    for name in ["b", "c"] {
      #expect(Set(arrived[name] ?? []) == Set(told), "seed \(seed): lost on the way to \(name)")
    }
    let given = bench.reports.contains { $0.hasPrefix("a: gave up") }
    #expect(given || Set(arrived["a"] ?? []) == Set(told), "seed \(seed): dropped without a word")
    verifyOrder(arrived, told, seed)
    if restarts.isEmpty { verifyRate(bench.sent, seed) }
  }

  /// What arrives for the first time arrives in the order it was told.
  private func verifyOrder(_ arrived: [String: [String]], _ told: [String], _ seed: Int) {
    for (name, messages) in arrived {
      var seen = Set<String>()
      let first = messages.filter { seen.insert($0).inserted }
      #expect(first == told.filter(seen.contains), "seed \(seed): \(name) in another order")
    }
  }

  private func verifyRate(_ sent: [DispatchBench.Sent], _ seed: Int) {
    for policy in Self.policies {
      let instants = sent.filter { $0.channel == policy.name }.map(\.at)
      for (index, instant) in instants.enumerated() {
        let within = instants[index...].prefix { $0 - instant < .seconds(60) }.count
        #expect(within <= policy.ratePerMinute, "seed \(seed): \(within) in a minute to \(policy.name)")
      }
    }
  }

  @Test("the rate holds in histories without restarts", arguments: 0..<100)
  func rate(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) &+ 9000)
    var bench = DispatchBench(Self.policies)
    for step in 0..<200 {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bench.tell(DispatchBench.notice("alert \(step)"))
      case 1: bench.advance(.milliseconds(Int64.random(in: 1...20_000, using: &random)))
      default:
        guard let name = bench.underway.keys.sorted().randomElement(using: &random) else { continue }
        bench.finish(name, Bool.random(using: &random) ? .delivered("200") : .failed("timed out"))
      }
    }
    verifyRate(bench.sent, seed)
  }

  @Test("killed between any two effects, nothing that was kept is lost")
  func killedAnywhere() {
    for limit in 0..<4 {
      var bench = DispatchBench([ChannelPolicy(name: "b", minimumSeverity: .info)])
      var dispatcher = bench.dispatcher
      let effects = dispatcher.tell(DispatchBench.notice("drift"), at: bench.now)
      let isKept = limit > 0
      bench.perform(effects, killedAfter: limit)
      bench.restart()
      #expect(bench.sent.last?.messages == (isKept ? ["drift"] : nil))
      bench.restart()
      #expect(bench.sent.count == (isKept ? 2 : 0), "told again: nobody has said that it arrived")
      if isKept { bench.finish("b", .delivered("200")) }
      bench.restart()
      #expect(bench.journal.isEmpty && bench.underway.isEmpty)
    }
  }
}
