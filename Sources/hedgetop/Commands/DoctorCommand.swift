import ArgumentParser
import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import MarketData
import Venues

/// `hedgetop doctor`: whether exchanges can be reached and accounts be read, and what to do where not.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Test the way to exchanges and accounts, step by step.",
    discussion: """
      Of each exchange: whether it answers over TLS, how far this clock is off, how much of its budget of questions is \
      left, its contracts, and one price; of each account the configuration reads from it: what its key may do, and one \
      position. Without a name those that the configuration uses are tested. Nothing is changed anywhere.

      Exit codes: 0 all is well; 1 something is wrong.

      JSON: a list of steps with venue, step, ok, words.

      Examples:
        hedgetop doctor
        hedgetop doctor binance-usdm
        hedgetop doctor -c hedge.toml --json
      """)

  @Argument(help: ArgumentHelp("The exchange: \(VenueDirectory.names.joined(separator: ", ")).", valueName: "venue"))
  var venue: String?

  @OptionGroup var portfolio: PortfolioOptions

  @Flag(help: "Print JSON.")
  var json = false

  @MainActor
  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let path = try portfolio.configurationPath
    let needs = try path.map { try Configuration.venueNeeds(of: $0, among: VenueDirectory.names) } ?? VenueNeeds()
    let names = venue.map { [$0] } ?? needs.venues.sorted()
    guard !names.isEmpty else {
      throw ProgramFailure(
        .usage, "the configuration uses no exchange; name one: hedgetop doctor \(VenueDirectory.names[0])")
    }
    let network = VenueNetwork(environment: environment)
    let sources = try path.map { try Self.sources(at: $0, environment) } ?? []
    var steps: [DoctorStep] = []
    for name in names {
      let examination = VenueExamination(try network.connection(name, hosts: needs.hosts))
      for await step in examination.steps() { report(step, into: &steps) }
      for source in sources where source.venue == name {
        let account = AccountExamination(source) {
          try network.account(source, hosts: needs.hosts, environment: environment)
        }
        for await step in account.steps() { report(step, into: &steps) }
      }
    }
    if json { print(try JSONOutput.text(steps), terminator: "") }
    if !steps.allSatisfy(\.ok) { throw ExitCode(ProgramFailure.Code.runtime.rawValue) }
  }

  /// Printed as it is found: a step may take its time.
  private func report(_ step: DoctorStep, into steps: inout [DoctorStep]) {
    steps.append(step)
    if !json { print(PrintableLines.text(step.line)) }
  }

  /// The accounts the configuration reads; they are told of without their contracts, so that a venue that cannot be
  /// reached does not hide the others.
  private static func sources(
    at path: String, _ environment: [String: String]
  ) throws -> [AccountSourceConfiguration] {
    try Configuration.accountSources(at: path, home: environment["HOME"])
  }
}
