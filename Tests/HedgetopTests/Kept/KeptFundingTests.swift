import Foundation
import HedgeModel
import Journal
import MarketData
import Testing

@testable import hedgetop

/// Funding since opening, across a restart, of a feed that tells no history: one short perpetual priced by a program.
@Suite("Kept funding") struct KeptFundingTests {
  private static let perpetual = InstrumentID(venue: "process", symbol: "BTC-PERP")
  private let folder: TemporaryFolder
  private let now: Timestamp
  private let opened: Timestamp

  init() throws {
    folder = try TemporaryFolder()
    // Whole seconds, as the configuration states them.
    now = Timestamp(milliseconds: WallClock().now().milliseconds / 1000 * 1000)
    opened = now - .hours(20)
    try folder.write(Self.feed, to: "feed.sh")
    try folder.write(Self.configuration(opened), to: "hedge.toml")
  }

  private static let feed = """
    read line
    while :; do
      printf '{"type":"quote","instrument":"BTC","price":50000}\\n'
      printf '{"type":"quote","instrument":"BTC-PERP","price":50000}\\n'
      printf '{"type":"mark","instrument":"BTC-PERP","price":50000}\\n'
      printf '{"type":"funding","instrument":"BTC-PERP","rate":0.0001,"interval_hours":8}\\n'
      sleep 0.2
    done
    """

  private static func configuration(_ opened: Timestamp) -> String {
    """
    name = "Fed"
    benchmark = "BTC"
    [feed]
    kind = "process"
    command = ["sh", "feed.sh"]
    [[account]]
    name = "main"
    balances = { USD = 100_000 }
    [[strategy]]
    name = "Core"
    hedge_ratio = 1
    hedge_with = "BTC-PERP"
    [[strategy.holding]]
    asset = "BTC"
    quantity = 1
    [[strategy.leg]]
    instrument = "BTC-PERP"
    contracts = -1
    entry_price = 50_000
    opened_at = \(opened.iso8601)
    [[instrument]]
    name = "BTC-PERP"
    kind = "perpetual"
    underlying = "BTC"
    tick = 0.1
    lot = 0.001
    funding_hours = 8
    margin_tiers = "binance-usdm-btcusdt"
    [[instrument]]
    name = "BTC"
    kind = "spot"
    underlying = "BTC"
    tick = 0.01
    lot = 0.00001
    """
  }

  /// Keeps payments of 5 at these hours before now, complete up to the last of them.
  private func keep(_ hours: [Double]) throws {
    let journal = try PortfolioJournal(
      portfolio: "Fed", folder: "\(folder.path)/.local/state/hedgetop", command: "watch", now: now)
    let stamps = hours.map { FundingStamp(time: now - .hours($0), rate: 0.0001, markPrice: 50_000) }
    let span = FundingSpan(since: opened, until: stamps[stamps.count - 1].time)
    journal.keep(funding: { ([], [KeptFunding(Self.perpetual, stamps: stamps, spans: [span])]) }, at: now)
    journal.close()
  }

  private func accrued() throws -> [String: Any] {
    let run = try ProgramRun(["status", "--json", "-c", "hedge.toml"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let strategy = (try run.json()["strategies"] as? [[String: Any]])?.first
    let leg = (strategy?["legs"] as? [[String: Any]])?.first
    return (leg?["funding"] as? [String: Any])?["accrued"] as? [String: Any] ?? [:]
  }

  @Test("what was kept is counted, when the program was away for less than the time between two payments")
  func kept() throws {
    try keep([12, 4])
    // A number without a fraction may be read as an integer.
    let value = (try accrued()["value"] as? NSNumber)?.doubleValue
    #expect(value.map { abs($0 - 10) < 1e-9 } == true)
  }

  @Test("after longer the sum is unknown, and names the time in which payments are missing")
  func gap() throws {
    try keep([12])
    let figure = try accrued()
    let reason = figure["reason"] as? String ?? ""
    #expect(figure["value"] is NSNull && reason.contains("between \((now - .hours(12)).iso8601) and "), "\(figure)")
  }

  @Test("with nothing kept it is unknown since the opening, not a sum of what came since the start")
  func nothing() throws {
    let figure = try accrued()
    #expect(figure["value"] is NSNull && (figure["reason"] as? String)?.contains("between \(opened.iso8601)") == true)
  }
}
