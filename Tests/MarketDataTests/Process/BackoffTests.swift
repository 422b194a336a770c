import HedgeModel
import MarketData
import Testing

@Suite struct BackoffTests {
  @Test("waits double up to the limit, each a little shortened at random")
  func doubling() {
    var backoff = Backoff(seed: 3)
    for whole in [1.0, 2, 4, 8, 16, 32, 60, 60, 60] {
      let wait = backoff.next().inSeconds
      #expect(wait >= 0.75 * whole - 0.001 && wait <= whole, "\(wait) of \(whole)")
    }
    #expect(backoff.failures == 9)
    for _ in 0..<1000 { #expect(backoff.next() <= .seconds(60)) }
  }

  @Test("after a reset the waits begin anew")
  func reset() {
    var backoff = Backoff(seed: 3)
    for _ in 0..<5 { _ = backoff.next() }
    backoff.reset()
    #expect(backoff.failures == 0)
    #expect(backoff.next() <= .seconds(1))
  }

  @Test("equal seeds wait equally, others do not")
  func seeded() {
    func waits(_ seed: UInt64) -> [Duration] {
      var backoff = Backoff(seed: seed)
      return (0..<6).map { _ in backoff.next() }
    }
    #expect(waits(1) == waits(1))
    #expect(waits(1) != waits(2))
  }
}
