import HedgeModel
import MarketData
import Testing
import Venues

@Suite struct RateLimiterTests {
  private let start = Timestamp(milliseconds: 1_700_000_000_000)
  private let minute = RateLimit("minute", capacity: 100, per: .seconds(60))

  @Test("no window of its length ever holds more than a limit allows, however questions fall")
  func neverMore() {
    for seed in 1...20 {
      var random = SplitMix64(seed: UInt64(seed))
      var limiter = RateLimiter()
      var now = start
      var asked: [(at: Timestamp, weight: Int)] = []
      for _ in 0..<400 {
        let weight = Int.random(in: 1...15, using: &random)
        switch limiter.admit(weight, within: [minute], for: .account, at: now) {
        case .go: asked.append((now, weight))
        case .wait(let until):
          #expect(until > now && until - now <= .seconds(60))
          now = until
        case .shut: Issue.record("nobody shut it")
        }
        now = now + .milliseconds(Int64.random(in: 0...800, using: &random))
      }
      for first in asked.indices {
        let window = asked[first...].prefix { $0.at - asked[first].at < .seconds(60) }
        #expect(window.reduce(0) { $0 + $1.weight } <= 100, "seed \(seed)")
      }
    }
  }

  @Test("who waits as long as is said gets in then")
  func waitIsEnough() {
    var limiter = RateLimiter()
    #expect(limiter.admit(70, within: [minute], at: start) == .go)
    #expect(limiter.admit(20, within: [minute], at: start + .seconds(10)) == .wait(until: start + .seconds(60)))
    #expect(limiter.admit(20, within: [minute], at: start + .seconds(60)) == .go)
  }

  @Test("a fifth of a budget is kept for reading accounts")
  func reserve() {
    var limiter = RateLimiter()
    #expect(limiter.admit(80, within: [minute], for: .market, at: start) == .go)
    #expect(limiter.admit(1, within: [minute], for: .market, at: start) != .go)
    #expect(limiter.admit(20, within: [minute], for: .account, at: start) == .go)
    #expect(limiter.admit(1, within: [minute], for: .account, at: start) != .go)
  }

  @Test("markets that share a limit share what is left; others do not wait")
  func shared() {
    let other = RateLimit("other", capacity: 100, per: .seconds(60))
    var limiter = RateLimiter()
    #expect(limiter.admit(80, within: [minute, other], at: start) == .go)
    #expect(limiter.admit(1, within: [minute], at: start) != .go)
    #expect(limiter.admit(1, within: [RateLimit("third", capacity: 5, per: .seconds(1))], at: start) == .go)
  }

  @Test("a limit of an endpoint counts its questions, whatever they weigh, and makes nobody else wait")
  func own() {
    let own = RateLimit("own", capacity: 5, per: .seconds(300))
    var limiter = RateLimiter()
    for _ in 0..<4 { #expect(limiter.admit(10, within: [minute], and: own, at: start) == .go) }
    #expect(limiter.usage(of: own, at: start).used == 4)
    #expect(limiter.usage(of: minute, at: start).used == 40)
    #expect(limiter.admit(10, within: [minute], and: own, at: start) == .wait(until: start + .seconds(300)))
    #expect(limiter.usage(of: minute, at: start).used == 40, "who waits has spent nothing")
    #expect(limiter.admit(40, within: [minute], at: start) == .go)
    #expect(limiter.admit(1, within: [minute], and: own, at: start) == .wait(until: start + .seconds(300)))
    #expect(limiter.usage(of: own, at: start).used == 4, "nor here, where the other budget has no room")
  }

  @Test("what others behind our address used counts, and less than is known does not")
  func headers() {
    var limiter = RateLimiter()
    #expect(limiter.admit(10, within: [minute], at: start) == .go)
    limiter.note([RateUsage("minute", used: 75)], within: [minute], at: start)
    #expect(limiter.usage(of: minute, at: start).used == 75)
    limiter.note([RateUsage("minute", used: 5)], within: [minute], at: start)
    #expect(limiter.usage(of: minute, at: start).used == 75)
    #expect(limiter.admit(10, within: [minute], at: start) == .wait(until: start + .seconds(60)))
    limiter.note([RateUsage("minute", used: 75, capacity: 200)], within: [minute], at: start)
    #expect(limiter.admit(10, within: [minute], at: start) == .go)
  }

  @Test("a venue that shut us out is asked nothing until it is over, and never earlier by a second word")
  func shut() {
    var limiter = RateLimiter()
    limiter.shut([minute], until: start + .seconds(30))
    limiter.shut([minute], until: start + .seconds(5))
    #expect(
      limiter.admit(1, within: [minute], for: .account, at: start + .seconds(29)) == .shut(until: start + .seconds(30)))
    #expect(limiter.admit(1, within: [minute], at: start + .seconds(30)) == .go)
  }

  @Test("a question heavier than a whole budget goes alone instead of never")
  func tooHeavy() {
    var limiter = RateLimiter()
    #expect(limiter.admit(500, within: [minute], at: start) == .go)
    #expect(limiter.admit(500, within: [minute], at: start + .seconds(1)) == .wait(until: start + .seconds(60)))
    #expect(limiter.admit(500, within: [minute], at: start + .seconds(60)) == .go)
  }
}
