import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite struct SilenceWatchTests {
  private let start = Timestamp(milliseconds: 1_700_000_000_000)
  private let bitcoin = InstrumentID(venue: "test", symbol: "BTC")

  private func watch(_ limits: [Duration?] = [.seconds(8), .seconds(8), nil]) -> SilenceWatch {
    let channels = limits.enumerated().map { StreamChannel("btc@\($0.offset)", of: bitcoin, silenceLimit: $0.element) }
    var watch = SilenceWatch(channels, at: start)
    watch.connected(at: start)
    return watch
  }

  @Test("a channel that is never heard while others are is subscribed to once more, then asked for by REST, said once")
  func neverHeard() {
    var watch = watch()
    var resubscribed: [[Int]] = []
    var warnings: [String] = []
    for second in 1...600 {
      let now = start + .seconds(second)
      watch.heard(0, at: now)
      let findings = watch.tick(at: now)
      if !findings.resubscribed.isEmpty { resubscribed.append(findings.resubscribed) }
      warnings += findings.warnings
    }
    #expect(resubscribed == [[1]])
    #expect(warnings == ["btc@1 is silent for 14 s; asking by REST"])
    #expect(watch.silent == [1])
  }

  @Test("being heard again ends it with a word; another silence soon after is told, and asked for without subscribing")
  func recovers() {
    var watch = watch()
    for second in 1...20 { _ = watch.tick(at: start + .seconds(second)) }
    #expect(watch.silent == [0, 1])
    watch.heard(1, at: start + .seconds(20))
    #expect(watch.silent == [0])
    #expect(watch.tick(at: start + .seconds(20)).warnings == ["btc@1 is heard again"])
    #expect(watch.tick(at: start + .seconds(21)).warnings == [])
    let second = watch.tick(at: start + .seconds(29))
    #expect(second.resubscribed == [] && second.warnings == ["btc@1 is silent for 9 s; asking by REST"])
    #expect(watch.silent == [0, 1])
    #expect(watch.tick(at: start + .seconds(608)) == SilenceWatch.Findings())
    let third = watch.tick(at: start + .seconds(609))
    #expect(third.resubscribed == [1] && third.warnings == [])
    #expect(watch.tick(at: start + .seconds(615)) == SilenceWatch.Findings(), "it was said")
    watch.heard(1, at: start + .seconds(616))
    #expect(watch.tick(at: start + .seconds(616)).warnings == ["btc@1 is heard again"])
  }

  @Test("a channel that is merely quiet is subscribed to anew once in ten minutes and by REST in between, unsaid")
  func quiet() {
    var watch = watch([.seconds(15)])
    var resubscribed: [Int] = []
    var heard = 0
    for second in 1...3600 {
      let now = start + .seconds(second)
      if second.isMultiple(of: 45) || resubscribed.last == second - 1 {
        watch.heard(0, at: now)
        heard = second
      }
      let findings = watch.tick(at: now)
      if !findings.resubscribed.isEmpty { resubscribed.append(second) }
      #expect(findings.warnings == [])
      if second > 40, second - heard > 16 { #expect(watch.silent == [0]) }
      if second.isMultiple(of: 45) { #expect(watch.silent == []) }
    }
    #expect((5...6).contains(resubscribed.count))
    #expect(zip(resubscribed, resubscribed.dropFirst()).allSatisfy { $1 - $0 >= 600 })
  }

  @Test("a quiet channel that stops for good is found by its next subscription, also after a reconnect, and told")
  func quietStops() {
    var watch = watch([.seconds(15)])
    #expect(watch.tick(at: start + .seconds(16)).resubscribed == [0])
    watch.heard(0, at: start + .seconds(17))
    #expect(watch.tick(at: start + .seconds(33)) == SilenceWatch.Findings())
    #expect(watch.silent == [0])
    #expect(watch.tick(at: start + .seconds(616)).resubscribed == [0])
    watch.disconnected()
    watch.connected(at: start + .seconds(700))
    #expect(watch.tick(at: start + .seconds(705)) == SilenceWatch.Findings())
    #expect(watch.tick(at: start + .seconds(706)).warnings == ["btc@0 is silent for 689 s; asking by REST"])
    #expect(watch.silent == [0])
  }

  @Test("quiet channels are subscribed to anew together, so that many of them cost no more messages than one")
  func quietTogether() {
    var watch = watch(Array(repeating: .seconds(15), count: 20))
    var rounds: [[Int]] = []
    var last: [Int] = []
    for second in 1...3600 {
      let now = start + .seconds(second)
      if second <= 20 { watch.heard(second - 1, at: now) }
      for place in last { watch.heard(place, at: now) }
      last = watch.tick(at: now).resubscribed
      if !last.isEmpty { rounds.append(last) }
    }
    #expect(rounds.count <= 26)
    #expect(rounds.last == Array(0..<20))
  }

  @Test("a channel that stays silent over a reconnect is still asked for by REST, and not told of a second time")
  func silentOverReconnect() {
    var watch = watch([.seconds(8)])
    _ = watch.tick(at: start + .seconds(9))
    #expect(watch.tick(at: start + .seconds(14)).warnings.count == 1)
    watch.disconnected()
    watch.connected(at: start + .seconds(20))
    for second in 21...100 {
      #expect(watch.tick(at: start + .seconds(second)) == SilenceWatch.Findings())
      #expect(watch.silent == [0])
    }
  }

  @Test("a new subscription that is heard is nothing to speak of")
  func resubscriptionHelps() {
    var watch = watch([.seconds(8)])
    #expect(watch.tick(at: start + .seconds(9)).resubscribed == [0])
    watch.heard(0, at: start + .seconds(10))
    let findings = watch.tick(at: start + .seconds(11))
    #expect(findings.warnings == [] && findings.resubscribed == [] && watch.silent == [])
  }

  @Test("several that fall silent together are told in one line")
  func together() {
    var watch = watch([.seconds(8), .seconds(8), .seconds(8)])
    _ = watch.tick(at: start + .seconds(9))
    #expect(
      watch.tick(at: start + .seconds(14)).warnings == ["btc@0 and 2 more are silent for 14 s; asking by REST"])
  }

  @Test("silence of a channel that tells only changes, or without a connection, says nothing")
  func saysNothing() {
    var changes = watch([nil])
    #expect(changes.tick(at: start + .days(1)) == SilenceWatch.Findings())
    var watch = watch([.seconds(8)])
    watch.disconnected()
    #expect(watch.tick(at: start + .days(1)) == SilenceWatch.Findings())
    watch.connected(at: start + .days(1))
    #expect(watch.tick(at: start + .days(1) + .seconds(8)).resubscribed == [])
    #expect(watch.tick(at: start + .days(1) + .seconds(9)).resubscribed == [0])
  }

  @Test("a broken channel is mended once in a while, and a place that is none is nobody's")
  func broken() {
    var watch = watch()
    #expect(watch.broke([1, 7, -1], at: start) == [1])
    #expect(watch.broke([1], at: start + .seconds(4)) == [])
    #expect(watch.broke([1], at: start + .seconds(5)) == [1])
    watch.heard(99, at: start)
    watch.heard(-1, at: start)
  }
}
