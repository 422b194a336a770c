import FakeExchange
import Foundation
import HedgeTestSupport
import TerminalCells
import Testing
import VenueTestServer

@testable import Venues

/// The built program on exchanges of this machine. One test at a time: each runs a program of its own.
@Suite("hedgetop, built, on exchanges", .serialized, .onThreadOfItsOwn)
struct VenueBookTests {
  private static func isNear(_ value: Double?, _ expected: Double, within part: Double = 1e-4) -> Bool {
    value.map { abs($0 - expected) <= abs(expected) * part } ?? false
  }

  @Test("one book of three venues: prices, rates, basis, legs and balances are those of the venues")
  func status() async throws {
    let home = try await VenueHome()
    let (run, status) = try await home.json("status", "--json", "-c", home.file)
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    #expect(JSONWalk(status.value ?? "").faults == [])
    #expect(status["feeds"].list.compactMap { $0["name"].text } == ["binance-usdm", "coinbase", "hyperliquid"])
    #expect(status["feeds"].list.allSatisfy { $0["healthy"].value as? Bool == true })
    let (bitcoin, ether) = (status["strategies"][0], status["strategies"][1])
    // A coin by hand and half a one in the spot wallet.
    #expect(bitcoin["holdings"][0]["quantity"].number == 1.5)
    #expect(Self.isNear(bitcoin["spot_value"].number, 90_000))
    #expect(Self.isNear(ether["spot_value"].number, 30_000))
    let (short, other) = (bitcoin["legs"][0], ether["legs"][0])
    #expect(short["instrument"].text == "binance-usdm:BTCUSDT" && short["contracts"].number == -1.5)
    #expect(short["entry_price"].number == 59_000 && short["account"].text == "bnb")
    #expect(Self.isNear(short["mark"].number, 60_060))
    #expect(Self.isNear(short["notional"].number, -1.5 * 60_060 * VenueHome.rates.usdt))
    #expect(other["instrument"].text == "hyperliquid:ETH" && other["contracts"].number == -10)
    #expect(Self.isNear(other["notional"].number, -10 * 2_997 * VenueHome.rates.usdc))
    // Across venues and currencies: 60,060 USDT against 60,000 dollars.
    #expect(Self.isNear(short["basis_bps"].number, (1.001 * VenueHome.rates.usdt - 1) * 1e4, within: 0.01))
    #expect(Self.isNear(other["basis_bps"].number, (0.999 * VenueHome.rates.usdc - 1) * 1e4, within: 0.01))
    #expect(short["funding"]["rate"].number == 0.0001 && short["funding"]["interval_hours"].number == 8)
    #expect(other["funding"]["interval_hours"].number == 1)
    #expect(Self.isNear(bitcoin["net_beta"]["achieved_hedge_ratio"].number, 1, within: 0.01))
    #expect(ether["net_beta"]["drift"].number != nil)
    #expect(Self.isNear(status["accounts"][0]["wallet_balance"].number, 50_000 * VenueHome.rates.usdt))
    #expect(Self.isNear(status["accounts"][1]["wallet_balance"].number, 20_000 * VenueHome.rates.usdc))
    // The tiers of the account: 0.5 % less 50 USDT.
    let margin = (1.5 * 60_060 * 0.005 - 50) * VenueHome.rates.usdt
    #expect(Self.isNear(status["accounts"][0]["maintenance_margin"].number, margin, within: 0.001))
    try home.expectNothingLeaked()
    Self.expectOnlyReads(home.exchanges)
    await home.exchanges.stop()
  }

  @Test("a first start that has no screen yet says which exchange it waits for, and Ctrl-C ends it")
  func patience() async throws {
    let home = try await VenueHome()
    home.exchanges.hyperliquid.http.fail("/info", with: .silence)
    let monitor = try home.monitor()
    try await monitor.screen.wait(forText: "hedgetop: waiting for the contracts of Hyperliquid, ")
    try monitor.screen.press("C-c")
    #expect(try await monitor.program.waitForExit() == .killed(signal: SIGINT))
    await home.exchanges.stop()
  }

  @Test("positions that cannot be taken over are told as critical, and what is shown of the account turns stale")
  func refusedPositions() async throws {
    let home = try await VenueHome()
    let monitor = try home.monitor()
    try await monitor.waitForVerdict()
    home.exchanges.binance.change { $0.positions.append(.init("BTCUSDT", 0.5, entry: 59_000)) }
    try await monitor.screen.wait(forText: "what is shown is not what the account holds")
    // An account counts as of now for half a minute.
    try await monitor.screen.wait(for: "a book that is not of now", within: .seconds(55)) { $0.shows("STALE") }
    home.exchanges.binance.change { $0.positions.removeLast() }
    try await monitor.screen.wait(for: "a book of now") { !$0.shows("STALE") }
    try await monitor.quit()
    await home.exchanges.stop()
  }

  @Test("a position whose size the venue does not tell makes net beta unknown, and is never flat")
  func sizeless() async throws {
    let home = try await VenueHome()
    home.exchanges.binance.change { $0.positions[0].size = nil }
    let (run, status) = try await home.json("status", "--json", "--wait", "2", "-c", home.file)
    let beta = status["strategies"][0]["net_beta"]
    #expect(beta["net_beta"].number == nil && beta["drift"].number == nil)
    #expect(beta["net_beta"].reason?.isEmpty == false)
    #expect(status["strategies"][0]["verdict"].text == "unknown")
    #expect(run.errors.contains("account bnb not read"), "\(run.errors)")
    #expect(run.errors.contains("it does not tell how large the position in BTCUSDT is"), "\(run.errors)")
    // The other account is not drawn into it.
    #expect(status["strategies"][1]["net_beta"]["drift"].number != nil)
    let check = try await home.run("check", "--wait", "2", "-c", home.file)
    #expect(check.status == 4, "\(check.output)\(check.errors)")
    try home.expectNothingLeaked()
    await home.exchanges.stop()
  }

  @Test("an account whose key is refused says so, without the key, and does not show flat")
  func wrongKey() async throws {
    let key = "AnotherKeyThatNobodyMaySee3Xy"
    let home = try await VenueHome(key: key)
    let (run, status) = try await home.json("status", "--json", "--wait", "2", "-c", home.file)
    #expect(run.errors.contains("the API key is refused; check it and its permissions"), "\(run.errors)")
    #expect(status["strategies"][0]["verdict"].text == "unknown")
    #expect(status["strategies"][0]["net_beta"]["net_beta"].number == nil)
    #expect(!run.output.contains(key) && !run.errors.contains(key))
    let monitor = try home.monitor()
    try await monitor.screen.wait(forText: "drift unknown")
    try await monitor.screen.wait(forText: "account bnb not read: Binance USDⓈ-M: the API key is refused")
    #expect(!monitor.screen.emulator.shows("in band"))
    home.note(monitor)
    try await monitor.quit()
    #expect(!home.printed.contains(key))
    await home.exchanges.stop()
  }

  @Test("a secret that does not fit the key is told from a refused key")
  func wrongSecret() async throws {
    let home = try await VenueHome(secret: "AnotherSecretThatNobodyMaySee5Kw")
    let run = try await home.run("status", "--wait", "2", "-c", home.file)
    #expect(run.errors.contains("the signature is refused; check the API secret"), "\(run.errors)")
    #expect(!home.printed.contains("AnotherSecretThatNobodyMaySee5Kw"))
    await home.exchanges.stop()
  }

  @Test("a key that others can read is refused before anybody is asked", arguments: [0o644, 0o640, 0o604])
  func openKey(mode: Int) async throws {
    let home = try await VenueHome(mode: mode)
    let run = try await home.run("status", "-c", home.file)
    #expect(run.status == 3)
    #expect(run.errors.contains("binance.key"), "\(run.errors)")
    #expect(run.errors.contains("can be read by others; run chmod 600 on it, and make a new key"))
    #expect(home.exchanges.requests.allSatisfy { !$0.target.contains("signature") })
    try home.expectNothingLeaked()
    await home.exchanges.stop()
  }

  @Test("a change at the venue shows by itself within two reads, and a venue that goes away shows as stale")
  func watching() async throws {
    let home = try await VenueHome()
    let monitor = try home.monitor()
    try await monitor.screen.wait(forText: "−1.5")
    try await monitor.waitForVerdict()
    home.exchanges.binance.change { $0.positions[0].size = -0.75 }
    let reads = { home.exchanges.binance.http.server.requests.count { $0.path == "/fapi/v3/positionRisk" } }
    let before = reads()
    try await monitor.screen.wait(for: "the new size") { $0.shows("−0.75") }
    #expect(reads() - before <= 2)
    try await monitor.screen.wait(forText: "BREACH")
    // Prices stop, and so do answers.
    home.exchanges.binance.http.fail(with: .init(503, text: "{}"))
    home.exchanges.binance.refuseStreams(with: .init(503, text: "{}"))
    home.exchanges.binance.http.server.dropConnections()
    try await monitor.screen.wait(for: "stale prices", within: .seconds(60)) { $0.shows("STALE") }
    try monitor.screen.press("h")
    try await monitor.screen.wait(forText: "locked")
    try monitor.screen.press("Esc")
    home.exchanges.binance.http.mend()
    home.exchanges.binance.acceptStreams()
    try await monitor.screen.wait(for: "prices again", within: .seconds(60)) {
      !$0.shows("STALE") && $0.shows("BREACH")
    }
    home.note(monitor)
    try await monitor.quit()
    try home.expectNothingLeaked()
    Self.expectOnlyReads(home.exchanges)
    await home.exchanges.stop()
  }

  @Test("a maintenance margin that is not the venue's raises an alert that says what differs")
  func reconciliation() async throws {
    let home = try await VenueHome()
    home.exchanges.binance.change { $0.marginFactor = 1.5 }
    let monitor = try home.monitor()
    try await monitor.waitForVerdict()
    try await monitor.screen.wait(for: "the alert", within: .seconds(90)) { $0.shows("off the venue's") }
    #expect(monitor.screen.emulator.shows("maintenance margin of BTCUSDT is"))
    home.note(monitor)
    try await monitor.quit()
    try home.expectNothingLeaked()
    await home.exchanges.stop()
  }

  @Test(
    "a venue that cannot be asked at the start is told with its name and reason",
    arguments: [
      (418, "Binance USDⓈ-M: its contracts cannot be read: shut out for too many requests; again in 90 s"),
      (403, "Binance USDⓈ-M: its contracts cannot be read: not allowed from here: HTTP 403"),
      (503, "Binance USDⓈ-M: its contracts cannot be read: not available at present: HTTP 503"),
    ])
  func startingFault(status: Int, words: String) async throws {
    let home = try await VenueHome()
    home.exchanges.binance.http.fail("/fapi", with: .init(status, headers: ["Retry-After": "90"], text: "{}"))
    let run = try await home.run("status", "-c", home.file)
    #expect(run.status == 4)
    #expect(run.errors.contains(words), "\(run.errors)")
    await home.exchanges.stop()
  }

  @Test("a name that nobody knows is told with the remedy")
  func unknownName() async throws {
    let home = try await VenueHome(binance: "https://nonexistent.invalid")
    let run = try await home.run("status", "-c", home.file)
    #expect(run.status == 4)
    #expect(run.errors.contains("the name of nonexistent.invalid:443 is not found; check the network"), "\(run.errors)")
    await home.exchanges.stop()
  }
}

extension VenueBookTests {
  /// All that was asked stands in the venues' lists of what reads, and all that was said on streams subscribes.
  static func expectOnlyReads(_ exchanges: FakeExchanges, _ location: SourceLocation = #_sourceLocation) {
    let known = Set(
      (BinanceEndpoints.all + CoinbaseEndpoints.all + HyperliquidEndpoints.all).map {
        "\($0.method.rawValue) \($0.path)"
      })
    let streams: Set = ["/", "/ws", "/public/stream", "/market/stream"]
    #expect(exchanges.requests.count > 20, sourceLocation: location)
    for request in exchanges.requests where request.header("Upgrade") == nil {
      let path = request.path.replacing(/^\/products\/\w+-USD\//, with: "/products/BTC-USD/")
      #expect(known.contains("\(request.method) \(path)"), "\(request.method) \(path)", sourceLocation: location)
    }
    for request in exchanges.requests where request.header("Upgrade") != nil {
      #expect(streams.contains(request.path), "\(request.path)", sourceLocation: location)
    }
    for message in exchanges.messages {
      let reads = /\{"(method|type)":"(un)?(SUBSCRIBE|subscribe|ping)".*|\{"method":"UNSUBSCRIBE".*/
      #expect(message.wholeMatch(of: reads) != nil, "\(message)", sourceLocation: location)
    }
  }
}
