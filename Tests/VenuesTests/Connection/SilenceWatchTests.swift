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

  @Test("being heard again ends it with a word, and another silence is another episode")
  func recovers() {
    var watch = watch()
    for second in 1...20 { _ = watch.tick(at: start + .seconds(second)) }
    #expect(watch.silent == [0, 1])
    watch.heard(1, at: start + .seconds(20))
    #expect(watch.silent == [0])
    #expect(watch.tick(at: start + .seconds(20)).warnings == ["btc@1 is heard again"])
    #expect(watch.tick(at: start + .seconds(21)).warnings == [])
    #expect(watch.tick(at: start + .seconds(29)).resubscribed == [1])
    #expect(watch.tick(at: start + .seconds(34)).warnings == ["btc@1 is silent for 14 s; asking by REST"])
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
