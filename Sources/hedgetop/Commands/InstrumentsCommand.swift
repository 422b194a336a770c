import ArgumentParser
import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import MarketData
import Venues

/// `hedgetop instruments`: what an exchange trades, as configurations name it.
struct InstrumentsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instruments", abstract: "List the instruments of an exchange with their specification.",
    discussion: """
      Asks the exchange once a day and keeps what it said in the cache folder. The filter is a part of a name, of \
      either case; words of its kind (spot, perpetual, dated, linear, inverse) count as well.

      JSON: a list of instruments with name, kind, expiry, funding_interval_hours, convention, underlying, quote, \
      settlement, multiplier, tick, lot, minimum_quantity, minimum_notional; numbers that are exact are texts.

      Examples:
        hedgetop instruments binance-usdm BTC
        hedgetop instruments okx inverse ETH
        hedgetop instruments deribit --json | jq -r '.[].name'
      """)

  @Argument(help: ArgumentHelp("The exchange: \(VenueDirectory.names.joined(separator: ", ")).", valueName: "venue"))
  var venue: String

  @Argument(help: "Parts of the name, or words of its kind; all must be met.")
  var filter: [String] = []

  @Option(
    name: [.short, .long], help: ArgumentHelp("A configuration that names other hosts.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  @Flag(help: "Print JSON.")
  var json = false

  @MainActor
  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let hosts = try config.map { try Configuration.venueNeeds(of: $0, among: VenueDirectory.names).hosts } ?? []
    let connection = try VenueNetwork(environment: environment).connection(venue, hosts: hosts)
    let listing: InstrumentCatalogue.Listing
    do {
      listing = try await connection.catalogue.current()
    } catch {
      throw ProgramFailure(.noData, "\(connection.market.profile.title): \(VenueFault(error))")
    }
    if let warning = listing.warning { StandardError.write("hedgetop: \(PrintableLines.text(warning))\n") }
    let reports = listing.instruments.values.filter(isMet).sorted { $0.id < $1.id }.map(InstrumentReport.init)
    print(json ? try JSONOutput.text(reports) : text(reports), terminator: "")
  }

  private func isMet(by instrument: Instrument) -> Bool {
    let words = [InstrumentReport.kindWord(instrument), instrument.isFuture ? instrument.convention.rawValue : ""]
    return filter.allSatisfy { part in
      let part = part.lowercased()
      return words.contains(part) || instrument.id.description.lowercased().contains(part)
    }
  }

  private func text(_ reports: [InstrumentReport]) -> String {
    guard !reports.isEmpty else { return "no instrument of \(venue) meets the filter\n" }
    return PrintableLines.text(InstrumentReport.table(reports).lines.joined(separator: "\n")) + "\n"
  }
}
