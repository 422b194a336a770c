import ArgumentParser

/// `hedgetop size pair`: a long and a short basket.
struct SizePairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pair", abstract: "Size a long and a short basket against each other.",
    discussion: """
      Without --dollar-neutral the values differ so that the betas cancel. With it both are half of the gross value, \
      and a third leg in the benchmark takes the beta that is left.

      JSON: gross, long_beta, short_beta, long_value, short_value, benchmark_value (negative is short), net_beta_value.

      Examples:
        hedgetop size pair --gross 100000 --long-beta 1.5 --short-beta 1.2
        hedgetop size pair --gross 100000 --long-beta 1.5 --short-beta 1.2 --dollar-neutral
      """)

  @Option(help: ArgumentHelp("Value of both baskets together.", valueName: "value"))
  var gross: Double

  @Option(help: ArgumentHelp("Beta of the long basket.", valueName: "beta"))
  var longBeta: Double

  @Option(help: ArgumentHelp("Beta of the short basket.", valueName: "beta"))
  var shortBeta: Double

  @Flag(help: "Baskets of equal value, and a leg in the benchmark.")
  var dollarNeutral = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    for (name, value) in [("--gross", gross), ("--long-beta", longBeta), ("--short-beta", shortBeta)]
    where !(value > 0 && value.isFinite) {
      throw ValidationError("\(name): found \(value), expected a number above 0")
    }
  }

  func run() throws {
    let report = try PairReport(
      gross: gross, longBeta: longBeta, shortBeta: shortBeta, isDollarNeutral: dollarNeutral)
    print(json ? try JSONOutput.text(report) : report.text, terminator: "")
  }
}
