import Foundation
import HedgeConfiguration
import HedgeModel
import Testing
import Venues

@testable import hedgetop

/// The page of exchanges says what the program says and knows.
@Suite struct ExchangePageTests {
  private static let page = ".github/exchanges.md"

  private static func lines() throws -> [String] {
    try StrategyPageTests.text(page).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("its commands, one after the other in a folder where nothing is cached, print just what it shows")
  func console() throws {
    try record()
    let folder = try TemporaryFolder()
    let commands = PageBlock.all(in: try Self.lines()).filter { $0.language == "console" }.flatMap(ShownCommand.all)
    #expect(commands.count == 2)
    for command in commands { #expect(try Self.run(command, in: folder) == command.output, "\(command.arguments)") }
  }

  private static func run(_ command: ShownCommand, in folder: TemporaryFolder) throws -> [String] {
    let run = try ProgramRun(command.arguments, in: folder)
    var lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Writes the page anew with what its commands print now, when asked to.
  private func record() throws {
    guard ProcessInfo.processInfo.environment["HEDGETOP_RECORD_PAGES"] == "1" else { return }
    var page = try Self.lines()
    let folder = try TemporaryFolder()
    var shift = 0
    for block in PageBlock.all(in: page) where block.language == "console" {
      let lines = try ShownCommand.all(in: block).flatMap { try $0.prompt + Self.run($0, in: folder) }
      page.replaceSubrange(block.range.lowerBound + shift..<block.range.upperBound + shift, with: lines)
      shift += lines.count - block.range.count
    }
    let place = StrategyPageTests.root.appending(path: Self.page)
    try page.joined(separator: "\n").write(to: place, atomically: true, encoding: .utf8)
    Issue.record("recorded \(Self.page); run again without HEDGETOP_RECORD_PAGES")
  }

  @Test("every exchange the program knows is on it and on the front page, and nothing else is named so")
  func names() throws {
    let (page, front) = (try StrategyPageTests.text(Self.page), try StrategyPageTests.text("README.md"))
    for name in VenueDirectory.names { #expect(page.contains("`\(name)`") && front.contains("`\(name)`"), "\(name)") }
    let rows = try Self.lines().filter { $0.hasPrefix("| ") && $0.contains(" | `") }
    let named = rows.flatMap { $0.matches(of: /`([a-z0-9-]+)`/).map { String($0.1) } }
    #expect(Set(named) == Set(VenueDirectory.names))
    #expect(front.contains("(\(Self.page))"))
  }

  @Test("the configuration it shows is sound")
  func configuration() throws {
    func future(_ symbol: String, _ kind: Instrument.Kind, _ venue: String, _ quote: Asset) -> Instrument {
      Instrument(
        id: InstrumentID(venue: venue, symbol: symbol), kind: kind, underlying: "BTC", quote: quote, settlement: quote,
        tickSize: 1, lotStep: 1)
    }
    let live = LiveFacts(
      venues: VenueDirectory.names, accountVenues: VenueDirectory.accountNames,
      instruments: [
        future("BTC-USD", .spot, "coinbase", "USD"),
        future("BTCUSDT", .perpetual(fundingInterval: .hours(8)), "binance-usdm", "USDT"),
      ])
    let shown = PageBlock.all(in: try Self.lines()).filter { $0.language == "toml" }.flatMap(\.lines)
    let configuration = try Configuration.parse(
      shown.joined(separator: "\n"), file: Self.page, now: Timestamp(milliseconds: 1_795_000_000_000),
      home: "/home/ann",
      live: live)
    #expect(configuration.venueHosts.count == 1 && configuration.accountSources.count == 1)
    #expect(configuration.portfolio.strategies[0].legs.map(\.isUnread) == [true, false])
  }

  @Test("it keeps to 140 columns, what commands print apart")
  func width() throws {
    let lines = try Self.lines()
    let printed = PageBlock.all(in: lines).filter { $0.language == "console" }.flatMap { Array($0.range) }
    #expect(Set(lines.indices).subtracting(printed).allSatisfy { lines[$0].count <= 140 })
  }
}
