import Foundation
import HedgeModel
import Synchronization
import VenueTestServer

/// Binance's USDⓈ-M market as far as a hedge needs it, perpetuals a thousandth above the coin, with the account that
/// its key opens; and of the spot market the wallet. Each symbol is a coin's name and USDT.
public final class FakeBinance: Sendable {
  /// The only key it knows.
  public static let key = "FakeKeyThatNobodyMaySee7Qm2"
  /// The secret of ``key``.
  public static let secret = "FakeSecretThatNobodyMaySee9Zt4"

  /// Its server.
  public let http: FakeServer
  let market: FakeMarket
  let account: Mutex<FakeAccount>

  /// The exchange, with an account of 50,000 USDT and no position.
  public init(_ market: FakeMarket, certificate: TestCertificate? = nil) async throws {
    self.market = market
    account = Mutex(FakeAccount(wallet: 50_000))
    http = try await FakeServer(certificate)
    serveTime()
    serveInstruments()
    serveValues()
    serveHistory()
    serveAccount()
    acceptStreams()
  }

  private static let streams = ["/public/stream", "/market/stream"]

  /// Takes connections for streams.
  public func acceptStreams() {
    for path in Self.streams {
      http.server.play(path, [.awaitText("SUBSCRIBE"), .text(#"{"result":null,"id":1}"#)])
    }
  }

  /// Takes no connection for streams, but answers like this.
  public func refuseStreams(with answer: ScriptedAnswer) {
    for path in Self.streams {
      http.serve(path) { _ in answer }
      http.server.play(path)
    }
  }

  /// Changes the account.
  public func change(_ body: (inout FakeAccount) -> Void) { account.withLock { body(&$0) } }

  /// The mark price of a perpetual, half-way between its bid and ask as well.
  public func mark(of coin: String) -> Double { (market.price(of: coin) * 1.001 * 100).rounded() / 100 }

  /// Sends the present values to everybody who subscribed.
  public func push() {
    http.server.perform(market.coins.map { .text(book(of: $0)) }, at: "/public/stream")
    http.server.perform(market.coins.map { .text(markPrice(of: $0)) }, at: "/market/stream")
  }

  /// A message of the best bid and ask; numbered as the next change unless it says otherwise.
  public func book(of coin: String, change: Int64? = nil, at time: Timestamp? = nil) -> String {
    let mark = mark(of: coin)
    let time = (time ?? market.now).milliseconds
    return #"{"stream":"\#(coin.lowercased())usdt@bookTicker","data":{"e":"bookTicker","#
      + #""u":\#(change ?? market.nextSequence()),"s":"\#(coin)USDT","b":\#(quoted(mark - 1)),"B":"1.5","#
      + #""a":\#(quoted(mark + 1)),"A":"2.5","T":\#(time),"E":\#(time)}}"#
  }

  /// A message of the mark price.
  public func markPrice(of coin: String, at time: Timestamp? = nil) -> String {
    let mark = quoted(mark(of: coin))
    return #"{"stream":"\#(coin.lowercased())usdt@markPrice@1s","data":{"e":"markPriceUpdate","#
      + #""E":\#((time ?? market.now).milliseconds),"s":"\#(coin)USDT","p":\#(mark),"P":\#(mark),"#
      + #""i":\#(quoted(market.price(of: coin))),"r":"0.00010000","T":\#(nextFunding)}}"#
  }

  /// Paid at 0, 8 and 16 o'clock.
  var nextFunding: Int64 {
    let interval: Int64 = 8 * 3_600_000
    return (market.now.milliseconds / interval + 1) * interval
  }

  func coin(_ symbol: String) -> String { symbol.hasSuffix("USDT") ? String(symbol.dropLast(4)) : symbol }
}
