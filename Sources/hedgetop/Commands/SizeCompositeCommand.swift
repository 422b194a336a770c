import ArgumentParser
import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// `hedgetop size composite`: betas of the parts of a composite benchmark to the whole.
struct SizeCompositeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "composite", abstract: "Betas of a composite benchmark's parts to the whole.",
    discussion: """
      A future on one part is not of beta 1 against the composite: state the beta found here as :beta= of --contract. \
      Volatilities are of the same period; the correlation is that of every two parts.

      JSON: weights, volatilities, correlation, betas (by asset).

      Example:
        hedgetop size composite --weights BTC:0.5,ETH:0.5 \\
          --volatility BTC:0.03,ETH:0.04 --correlation 0.8
      """)

  @Option(
    help: ArgumentHelp("Shares of the parts, adding up to 1.", valueName: "weights"), transform: Benchmark.parse)
  var weights: Benchmark

  @Option(
    help: ArgumentHelp("Volatility of each part.", valueName: "volatilities"),
    transform: { try SpecificationText.numbers($0, "volatility").map { ($0.asset, $0.value.inexact) } })
  var volatility: [(Asset, Double)]

  @Option(help: ArgumentHelp("Correlation of the parts, -1 to 1.", valueName: "correlation"))
  var correlation: Double

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if !(-1...1).contains(correlation) {
      throw ValidationError("--correlation: found \(correlation), expected a number from -1 to 1")
    }
  }

  func run() throws {
    let report = try CompositeReport(weights, volatility: volatility, correlation: correlation)
    print(json ? try JSONOutput.text(report) : report.text, terminator: "")
  }
}
