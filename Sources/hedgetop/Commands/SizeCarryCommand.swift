import ArgumentParser
import HedgeAnalytics

/// `hedgetop size carry`: a coin against its dated future.
struct SizeCarryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "carry", abstract: "What a coin against its dated future locks in.",
    discussion: """
      As many coins are sold in the future as are bought, so what both bring at the settlement, where the future is \
      worth the coin, is the basis whatever the price; equal values, in the last column, leave some of it to the \
      price. With --reverse the coins are borrowed and sold, and the future is bought. Profits by price are before \
      fees and interest.

      JSON: direction, spot, future, days, value, quantity, basis, annualised, annualised_compound, fees, interest, \
      locked_in, annualised_net, outcomes (settlement, spot_profit, future_profit, profit, profit_of_equal_values). \
      Rates are fractions, fees and interest positive.

      Examples:
        hedgetop size carry --spot 70000 --future 72100 --days 91 --value 10000
        hedgetop size carry --spot 70000 --future 68600 --days 91 --value 10000 \\
          --reverse --borrow 0.02 --fee-bps 5
      """)

  @Option(help: ArgumentHelp("Price of the coin.", valueName: "price"))
  var spot: Double

  @Option(help: ArgumentHelp("Price of the future.", valueName: "price"))
  var future: Double

  @Option(help: ArgumentHelp("Days until the future expires.", valueName: "days"))
  var days: Double

  @Option(help: ArgumentHelp("Value of the coins.", valueName: "value"))
  var value: Double

  @Flag(help: "Sell borrowed coins and buy the future.")
  var reverse = false

  @Option(help: ArgumentHelp("Interest a year on borrowed coins, a fraction, with --reverse.", valueName: "rate"))
  var borrow: Double?

  @Option(help: ArgumentHelp("Fee of each of the four trades, in basis points of its value.", valueName: "bps"))
  var feeBps: Double = 0

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Prices of the coin at the settlement to look at. (default: 20 % lower to 20 % higher)", valueName: "price"))
  var at: [Double] = []

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    let stated = [("--spot", spot), ("--future", future), ("--days", days), ("--value", value)]
    for (name, number) in stated + at.map({ ("--at", $0) }) where !(number > 0 && number.isFinite) {
      throw ValidationError("\(name): found \(number), expected a number above 0")
    }
    if !(feeBps >= 0 && feeBps <= 10_000) {
      throw ValidationError("--fee-bps: found \(feeBps), expected a number from 0 to 10000")
    }
    if let borrow, !(borrow >= 0 && borrow <= 10) {
      throw ValidationError("--borrow: found \(borrow), expected a fraction from 0 to 10")
    }
    if reverse != (borrow != nil) {
      throw ValidationError("--reverse and --borrow: a reverse carry pays interest on the coins; state both or neither")
    }
  }

  func run() throws {
    let report = try report()
    print(json ? try JSONOutput.text(report) : report.text, terminator: "")
  }

  func report() throws -> LockedCarryReport {
    try LockedCarryReport(
      reverse ? .reverse : .cashAndCarry, spot: spot, future: future, days: days, value: value,
      fees: CarryFees(spot: feeBps / 10_000, future: feeBps / 10_000), borrowRate: borrow,
      settlements: at.isEmpty ? [-0.2, -0.1, 0, 0.1, 0.2].map { spot * (1 + $0) } : at)
  }
}
