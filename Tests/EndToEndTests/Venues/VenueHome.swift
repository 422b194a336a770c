import FakeExchange
import Foundation
import HedgeTestSupport
import TerminalCells
import Testing
import VenueTestServer

/// A home with a configuration of one book on three exchanges of this machine: coins priced on Coinbase, bitcoin short
/// on Binance in USDT, ether short on Hyperliquid in USDC, positions and balances read from both.
final class VenueHome {
  /// What a USDT and a USDC are worth in dollars, as the configuration states.
  static let rates = (usdt: 0.9991, usdc: 1.0002)

  let exchanges: FakeExchanges
  let home: TemporaryHome
  /// The configuration's file.
  let file: String
  /// All the program has printed so far.
  private(set) var printed = ""

  /// - Parameters:
  ///   - key: what the key file holds.
  ///   - mode: who may read it.
  ///   - binance: another host of Binance's questions.
  init(
    key: String = FakeBinance.key, secret: String = FakeBinance.secret, mode: Int = 0o600, binance: String? = nil
  ) async throws {
    exchanges = try await FakeExchanges()
    exchanges.binance.change { account in
      account.positions = [.init("BTCUSDT", -1.5, entry: 59_000)]
      account.coins = ["BTC": 0.5]
    }
    exchanges.hyperliquid.change { $0.positions = [.init("ETH", -10, entry: 3_100)] }
    exchanges.run()
    home = try TemporaryHome()
    let keyFile = try home.write("key = \(key)\nsecret = \(secret)\n", as: "binance.key")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: keyFile)
    file = try home.write(Self.text(exchanges, keyFile: keyFile, binance: binance), as: "config.toml")
  }

  /// Runs the program to its end, while exchanges go on.
  func run(_ arguments: String...) async throws -> CommandRun {
    let home = home.environment
    let run = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<CommandRun, any Error>) in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try CommandRun(arguments, environment: home) })
      }
    }
    printed += run.output + run.errors
    return run
  }

  /// Runs it and reads the object it prints.
  func json(_ arguments: String...) async throws -> (run: CommandRun, object: JSONPath) {
    let environment = home.environment
    let run = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<CommandRun, any Error>) in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try CommandRun(arguments, environment: environment) })
      }
    }
    printed += run.output + run.errors
    return (run, JSONPath(try JSONSerialization.jsonObject(with: Data(run.output.utf8))))
  }

  /// Shows the book on a screen, large enough for every panel and a log.
  func monitor() throws -> Monitor {
    try Monitor(["-c", file], in: home, size: .init(columns: 160, rows: 50))
  }

  /// Takes what a screen has shown to what was printed.
  func note(_ monitor: Monitor) {
    monitor.screen.readAvailable()
    printed += String(decoding: monitor.screen.output, as: UTF8.self)
  }

  /// The key, the secret, and every signature a request bore, must stand nowhere: not in what was printed, and in no
  /// file the program wrote, the database of decisions included.
  func expectNothingLeaked(_ location: SourceLocation = #_sourceLocation) throws {
    let signatures = exchanges.requests.compactMap { request in
      request.target.split(separator: "signature=").dropFirst().first.map(String.init)
    }
    let secrets = [FakeBinance.key, FakeBinance.secret, "X-MBX-APIKEY", "signature="] + signatures
    for secret in secrets { #expect(!printed.contains(secret), "printed", sourceLocation: location) }
    let files = FileManager.default.enumerator(atPath: home.path)?.compactMap { $0 as? String } ?? []
    #expect(files.contains { $0.hasSuffix(".json") }, "no cache was written", sourceLocation: location)
    for file in files where file != "binance.key" {
      guard let data = FileManager.default.contents(atPath: "\(home.path)/\(file)") else { continue }
      for secret in secrets {
        #expect(data.range(of: Data(secret.utf8)) == nil, "in \(file)", sourceLocation: location)
      }
    }
  }

  private static func text(_ exchanges: FakeExchanges, keyFile: String, binance: String?) -> String {
    let (coinbase, hyperliquid) = (exchanges.coinbase.http, exchanges.hyperliquid.http)
    let rest = binance ?? exchanges.binance.http.rest
    func host(_ name: String, _ rest: String, _ stream: String) -> String {
      "[[venue]]\nname = \"\(name)\"\nrest = \"\(rest)\"\nstream = \"\(stream)\"\n"
    }
    return """
      name = "Three venues"
      benchmark = "BTC"
      [feed]
      kind = "venues"
      spot = "coinbase"
      [conversion]
      USDT = "\(rates.usdt)"
      USDC = "\(rates.usdc)"
      \(host("coinbase", coinbase.rest, coinbase.stream))
      \(host("binance-usdm", rest, exchanges.binance.http.stream))
      \(host("binance-spot", rest, exchanges.binance.http.stream))
      \(host("hyperliquid", hyperliquid.rest, hyperliquid.stream))
      [[account]]
      name = "bnb"
      source = "binance-usdm"
      key_file = "\(keyFile)"
      [[account]]
      name = "hyper"
      convention = "hyperliquid"
      source = "hyperliquid"
      address = "\(FakeHyperliquid.address)"
      [[strategy]]
      name = "Bitcoin"
      hedge_ratio = 1
      legs_from = "bnb"
      holdings_from = "bnb"
      [[strategy.holding]]
      asset = "BTC"
      quantity = 1
      [[strategy]]
      name = "Ether"
      hedge_ratio = 1
      legs_from = "hyper"
      [[strategy.holding]]
      asset = "ETH"
      quantity = 10
      """
  }
}
