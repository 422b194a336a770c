import HedgeModel
import MarketData
import Testing

@Suite struct FeedHealthTests {
  typealias State = FeedHealth.State

  enum Input: Sendable {
    case signal(FeedSignal, at: Int64)
    case event(at: Int64)
    case tick(Int64)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let law: String
    let inputs: [Input]
    let state: State
    let words: String
    var testDescription: String { law }
  }

  private static func second(_ seconds: Int64) -> Timestamp { Timestamp(milliseconds: seconds * 1000) }

  /// All cases begin connecting at second 0 with values stale after 30 s, and are described at second 100.
  static let cases: [Case] = [
    Case(law: "begins connecting", inputs: [], state: .connecting(since: second(0)), words: "connecting 100 s"),
    Case(
      law: "a connection without a value is not live", inputs: [.signal(.connected, at: 5), .tick(90)],
      state: .connecting(since: second(0)), words: "connecting 100 s"),
    Case(
      law: "the first value makes it live", inputs: [.signal(.connected, at: 5), .event(at: 80)],
      state: .live(lastEvent: second(80)), words: "live"),
    Case(
      law: "exactly the limit is not yet stale", inputs: [.event(at: 60), .tick(90)],
      state: .live(lastEvent: second(60)), words: "live"),
    Case(
      law: "silence makes it stale", inputs: [.event(at: 65), .tick(96)], state: .stale(since: second(65)),
      words: "stale 35 s"),
    Case(
      law: "a new value revives it", inputs: [.event(at: 10), .tick(96), .event(at: 96)],
      state: .live(lastEvent: second(96)), words: "live"),
    Case(
      law: "an old value does not revive it", inputs: [.event(at: 10), .tick(96), .event(at: 9)],
      state: .stale(since: second(10)), words: "stale 90 s"),
    Case(
      law: "values out of order keep the newest", inputs: [.event(at: 90), .event(at: 80)],
      state: .live(lastEvent: second(90)), words: "live"),
    Case(
      law: "a failure says when it is tried again",
      inputs: [.event(at: 90), .signal(.failed(message: "refused", retryAt: second(104)), at: 95), .tick(99)],
      state: .failed(message: "refused", retryAt: second(104)), words: "failed: refused, retry in 4 s"),
    Case(
      law: "a retry that is due is under way",
      inputs: [.signal(.failed(message: "refused", retryAt: second(99)), at: 95)],
      state: .failed(message: "refused", retryAt: second(99)), words: "failed: refused, retrying"),
    Case(
      law: "a failure for good says only what it is", inputs: [.signal(.failed(message: "gone", retryAt: nil), at: 9)],
      state: .failed(message: "gone", retryAt: nil), words: "failed: gone"),
    Case(
      law: "a value of the lost connection does not heal it",
      inputs: [.signal(.failed(message: "gone", retryAt: nil), at: 9), .event(at: 10)],
      state: .failed(message: "gone", retryAt: nil), words: "failed: gone"),
    Case(
      law: "trying again is connecting",
      inputs: [.signal(.failed(message: "gone", retryAt: second(40)), at: 9), .signal(.connecting, at: 40)],
      state: .connecting(since: second(40)), words: "connecting 60 s"),
    Case(
      law: "a reconnection without a value is not live",
      inputs: [.event(at: 5), .signal(.failed(message: "", retryAt: nil), at: 9), .signal(.connected, at: 90)],
      state: .connecting(since: second(90)), words: "connecting 10 s"),
    Case(
      law: "the end of a recording is final",
      inputs: [.event(at: 5), .signal(.ended, at: 9), .event(at: 10), .tick(99)], state: .ended, words: "ended"),
    Case(
      law: "a warning changes no state", inputs: [.event(at: 90), .signal(.warning("odd"), at: 91)],
      state: .live(lastEvent: second(90)), words: "live"),
    Case(
      law: "control characters of a message are removed",
      inputs: [.signal(.failed(message: "bad\u{1B}[2Jthing\u{7}", retryAt: nil), at: 9)],
      state: .failed(message: "bad [2Jthing ", retryAt: nil), words: "failed: bad [2Jthing "),
  ]

  @Test("signals, values and time lead to the state the table says", arguments: cases)
  func table(_ test: Case) {
    var health = FeedHealth(connectingSince: Self.second(0))
    for input in test.inputs {
      switch input {
      case .signal(let signal, let at): health.receive(signal, at: Self.second(at))
      case .event(let at): health.receiveEvent(at: Self.second(at))
      case .tick(let now): health.tick(now: Self.second(now), staleAfter: .seconds(30))
      }
    }
    #expect(health.state == test.state)
    #expect(health.description(at: Self.second(100)) == test.words)
    #expect(health.isLive == (test.words == "live"))
  }

  @Test("the last warning is kept with its time, and all are counted")
  func warnings() {
    var health = FeedHealth(connectingSince: Self.second(0))
    #expect(health.lastWarning == nil)
    health.receive(.warning("first"), at: Self.second(1))
    health.receive(.warning("second"), at: Self.second(2))
    #expect(health.lastWarning?.message == "second")
    #expect(health.lastWarning?.at == Self.second(2))
    #expect(health.warningCount == 2)
  }

  @Test(
    "an age is told in the largest unit of which there are two",
    arguments: [(119, "119 s"), (120, "2 min"), (7199, "119 min"), (7200, "2 h"), (172_800, "2 d")])
  func units(seconds: Int64, words: String) {
    var health = FeedHealth(connectingSince: Self.second(0))
    health.receiveEvent(at: Self.second(0))
    health.tick(now: Self.second(seconds), staleAfter: .seconds(1))
    #expect(health.description(at: Self.second(seconds)) == "stale \(words)")
  }
}
