import Foundation
import HedgeModel
import MarketData
import Synchronization

/// What coins are worth on exchanges that are not there, at a time a test may set. All exchanges of a test share one.
///
/// No price is told twice: each move makes a new one, so that an old price is known by its number wherever it turns up.
public final class FakeMarket: Sendable {
  /// A price and since when it has been told.
  public struct Told: Hashable, Sendable {
    /// Since when.
    public let at: Timestamp
    /// The price of a coin in dollars.
    public let price: Double
  }

  private struct State {
    var told: [String: [Told]]
    var sequence: Int64 = 1000
    var ahead = Duration.zero
  }

  /// The coins there are.
  public let coins: [String]
  private let clock: any MarketClock
  private let state: Mutex<State>

  /// A market that has told its first prices.
  ///
  /// - Parameters:
  ///   - prices: what a coin is worth at first.
  ///   - clock: the time; that of the machine unless the test has its own.
  public init(_ prices: [String: Double] = ["BTC": 60_000, "ETH": 3_000], clock: any MarketClock = WallClock()) {
    coins = prices.keys.sorted()
    self.clock = clock
    state = Mutex(State(told: prices.mapValues { [Told(at: clock.now(), price: $0)] }))
  }

  /// Now, by the clock of the exchanges.
  public var now: Timestamp { clock.now() + state.withLock { $0.ahead } }

  /// Sets the clock of the exchanges so far before ours.
  public func setAhead(_ ahead: Duration) { state.withLock { $0.ahead = ahead } }

  /// What a coin is worth now.
  public func price(of coin: String) -> Double { state.withLock { $0.told[coin]?.last?.price ?? 0 } }

  /// All that a coin was worth, in order.
  public func told(of coin: String) -> [Told] { state.withLock { $0.told[coin] ?? [] } }

  /// A coin is worth this from now on.
  public func move(_ coin: String, to price: Double) {
    let now = now
    state.withLock { $0.told[coin]?.append(Told(at: now, price: price)) }
  }

  /// Moves every price on by a little.
  public func step() {
    for coin in coins { move(coin, to: ((price(of: coin) + 0.02) * 100).rounded() / 100) }
  }

  /// The number of the next message: they rise.
  public func nextSequence() -> Int64 {
    state.withLock { state in
      state.sequence += 1
      return state.sequence
    }
  }

  /// The close of the bar that opens at `open`: a curve that depends on the time only, on which ether moves 1.2 times as
  /// far as bitcoin, with some of its own.
  public static func close(of coin: String, at open: Timestamp, every length: Duration) -> Double {
    let place = Double(open.milliseconds / length.wholeMilliseconds)
    let common = 0.04 * sin(place * 0.7) + 0.03 * sin(place * 1.9)
    return coin == "BTC" ? 60_000 * exp(common) : 3_000 * exp(1.2 * common + 0.01 * sin(place * 3.1))
  }
}
