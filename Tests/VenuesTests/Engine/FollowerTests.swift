import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite struct FollowerTests {
  private let midnight = Timestamp(iso8601: "2023-11-15")!
  private let series = BarFollower.Series(
    instrument: InstrumentID(venue: "test", symbol: "BTC"), interval: .hour)

  @Test("every bar is told exactly once and in order, whatever fails and however long nobody asked")
  func everyBarOnce() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<50 {
      var follower = BarFollower()
      follower.follow(series, after: midnight)
      var now = midnight
      var told: [Bar] = []
      while now < midnight + .days(3) {
        now = now + .milliseconds(Int64.random(in: 1...7_200_000, using: &random))
        for need in follower.due(at: now) {
          #expect(need.start < need.end && need.end <= now)
          guard Bool.random(using: &random) else { continue }
          let hours = (need.end - need.start).wholeMilliseconds / 3_600_000
          let bars = (1...hours).map { Bar(close: need.start + .hours(Double($0)), price: 5) }
          told += follower.received(bars.filter { _ in Bool.random(using: &random) }, for: need, at: now)
        }
      }
      let closes = (1...told.count).map { midnight + .hours(Double($0)) }
      #expect(told.map(\.close) == closes)
      #expect(told.count >= 60)
    }
  }

  @Test("a late answer to an earlier question tells nothing twice")
  func lateAnswer() {
    var follower = BarFollower()
    follower.follow(series, after: midnight)
    let now = midnight + .hours(1) + .seconds(6)
    let need = follower.due(at: now)[0]
    let bar = Bar(close: midnight + .hours(1), price: 5)
    #expect(follower.received([bar], for: need, at: now) == [bar])
    #expect(follower.received([bar], for: need, at: now) == [])
    #expect(follower.due(at: now) == [])
  }

  @Test("prices that are none, and bars that end elsewhere, are gaps")
  func strangeBars() {
    let bars = [
      Bar(close: midnight + .hours(1), price: 0), Bar(close: midnight + .hours(1.5), price: 7),
      Bar(close: midnight + .hours(2), price: -3), Bar(close: midnight + .hours(3), price: .infinity),
      Bar(close: midnight + .hours(4), price: 8), Bar(close: midnight + .hours(9), price: 9),
    ]
    let filled = BarGrid.filled(bars, every: .hour, after: midnight, through: midnight + .hours(4))
    #expect(filled.map(\.price) == [nil, nil, nil, 8])
  }

  @Test("each payment is told once, whatever schedule the venue announces and however late it books")
  func everyPaymentOnce() {
    var random = SplitMix64(seed: 3)
    let perpetual = series.instrument
    for interval in [1.0, 4, 8] {
      var follower = FundingFollower()
      var now = midnight + .seconds(100)
      let begun = now
      var told: [FundingStamp] = []
      while now < midnight + .days(4) {
        now = now + .seconds(Int64.random(in: 1...60, using: &random))
        let length = Int64(interval * 3_600_000)
        let next = Timestamp(milliseconds: (now.milliseconds / length + 1) * length)
        let rate = FundingRate(
          rate: 0.001, interval: .hours(interval), nextStamp: Bool.random(using: &random) ? next : nil)!
        follower.note(rate, of: perpetual, at: now)
        for need in follower.due(at: now) {
          let booked = now - .seconds(45)
          let last = booked.milliseconds / length
          let stamps = (0...(24 * 4)).map { Timestamp(milliseconds: (last - Int64($0)) * length) }
            .filter { $0 > need.since }.map { FundingStamp(time: $0, rate: 0.001, markPrice: nil) }
          told += follower.received(stamps, for: need, at: now)
        }
      }
      #expect(told.first.map { $0.time > begun } ?? false)
      let expected = (1...told.count).map { midnight + .hours(interval * Double($0)) }
      #expect(told.map(\.time) == expected)
      #expect(told.count >= Int(96 / interval) - 2)
    }
  }

  @Test("a payment that is never booked is not waited for without end")
  func neverBooked() {
    var follower = FundingFollower()
    let rate = FundingRate(rate: 0, interval: .hours(8), nextStamp: midnight)!
    follower.note(rate, of: series.instrument, at: midnight - .hours(1))
    var asked = 0
    for second in 0...7200 {
      let now = midnight + .seconds(second)
      for need in follower.due(at: now) {
        asked += 1
        #expect(follower.received([], for: need, at: now) == [])
      }
    }
    #expect((2...25).contains(asked))
  }

  @Test("books are due when they are new, then every five seconds; who looks again does not hurry them")
  func depth() {
    var poller = DepthPoller()
    func check(_ expected: [InstrumentID], after seconds: Int) {
      let due = poller.take(at: midnight + .seconds(seconds))
      #expect(due == expected, "after \(seconds) s")
    }
    #expect(poller.next == nil)
    poller.watch([series.instrument], at: midnight)
    check([series.instrument], after: 0)
    poller.watch([series.instrument], at: midnight + .seconds(1))
    check([], after: 4)
    check([series.instrument], after: 5)
    poller.watch([InstrumentID](), at: midnight + .seconds(6))
    check([], after: 86_400)
  }

  @Test("a chore that failed is not hurried, by a growing wait or by what the venue asked for")
  func chore() {
    var chore = Chore(seed: 1)
    func begins(after seconds: Int) -> Bool { chore.begin(at: midnight + .seconds(seconds)) }
    func check(_ expected: Bool, after seconds: Int) {
      let began = begins(after: seconds)
      #expect(began == expected, "after \(seconds) s")
    }
    chore.schedule(at: midnight)
    check(true, after: 0)
    check(false, after: 0)
    chore.failed(.banned(retryAfter: .seconds(90)), at: midnight)
    chore.schedule(at: midnight)
    check(false, after: 89)
    check(true, after: 90)
    chore.failed(.unavailable("x"), at: midnight)
    check(false, after: 2)
    check(true, after: 4)
    chore.succeeded()
    check(false, after: 86_400)
  }

  @Test("the same complaint is made once in ten minutes, and not a thousand different ones")
  func complaints() {
    var complaints = Complaints()
    func check(_ expected: String?, after seconds: Int) {
      let words = complaints.take("a", at: midnight + .seconds(seconds))
      #expect(words == expected, "after \(seconds) s")
    }
    check("a", after: 0)
    check(nil, after: 599)
    check("a", after: 600)
    let long = complaints.take(String(repeating: "x", count: 900), at: midnight)
    #expect(long?.count == 201)
    let many = (0..<1000).compactMap { complaints.take("word \($0)", at: midnight + .seconds(600)) }
    #expect(many.count < 64)
  }

  @Test(
    "Retry-After is read in seconds, and nothing else is taken for a wait",
    arguments: [
      ("0", 0.0), ("7", 7), ("1.5", 1.5), ("-1", nil), ("Wed, 21 Oct 2015 07:28:00 GMT", nil), ("", nil), ("1e99", nil),
    ] as [(String, Double?)])
  func retryAfter(_ text: String, _ seconds: Double?) {
    let response = HTTPResponse(status: 429, headers: [.init("retry-after", text)])
    #expect(response.retryAfter?.inSeconds == seconds)
  }
}
