import Dispatch
import Foundation
import VenueTestServer

/// Three exchanges that are not there, with one market: coins on Coinbase, perpetuals in USDT on Binance and in USDC on
/// Hyperliquid.
public final class FakeExchanges: Sendable {
  /// What coins are worth.
  public let market: FakeMarket
  /// Coins against dollars.
  public let coinbase: FakeCoinbase
  /// Perpetuals against USDT, and the spot wallet.
  public let binance: FakeBinance
  /// Perpetuals against USDC.
  public let hyperliquid: FakeHyperliquid
  private let pusher = DispatchQueue(label: "fake-exchanges")

  /// Exchanges that answer, and send nothing yet.
  public init(_ market: FakeMarket = FakeMarket()) async throws {
    self.market = market
    coinbase = try await FakeCoinbase(market)
    binance = try await FakeBinance(market)
    hyperliquid = try await FakeHyperliquid(market)
  }

  /// Sends the present values to everybody who subscribed, as often as this, while anybody holds the exchanges.
  public func run(every interval: DispatchTimeInterval = .milliseconds(200)) {
    pusher.asyncAfter(deadline: .now() + interval) { [weak self] in
      guard let self else { return }
      push()
      run(every: interval)
    }
  }

  /// Sends the present values once.
  public func push() {
    coinbase.push()
    binance.push()
    hyperliquid.push()
  }

  /// All requests that came to any of them, those for streams too.
  public var requests: [RecordedRequest] { servers.flatMap(\.requests) }

  /// All messages that were sent on any stream.
  public var messages: [String] { servers.flatMap(\.sessions).flatMap(\.texts) }

  /// Ends everything.
  public func stop() async {
    for server in servers { await server.stop() }
  }

  private var servers: [VenueTestServer] { [coinbase.http.server, binance.http.server, hyperliquid.http.server] }
}
