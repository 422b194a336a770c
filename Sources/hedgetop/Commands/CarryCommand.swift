import ArgumentParser
import HedgeAnalytics
import HedgeConfiguration
import HedgeModel
import HedgeStore

/// `hedgetop carry`: what carrying each future yields, and what holding each hedge costs.
struct CarryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "carry", abstract: "List basis and funding yields, and what holding each hedge costs.",
    discussion: """
      Every future of the portfolio: dated ones with their basis a year, perpetuals with their basis and funding. A \
      perpetual has no expiry to earn its basis by, so it has no basis a year; a dated future pays no funding. Yields \
      are on the value of the spot, a year of 365 days, simple unless said. After fees: four taker trades, of a dated \
      future until its expiry, of a perpetual over --days; of a perpetual by the average of --window-days where the \
      feed has it, else by the current rate, marked “now”. What is not stated here is taken from [strategy.costs] of the \
      configuration. Reverse carry sells borrowed coins and needs --borrow, or a borrow_rate in the configuration.

      Then the price of each strategy's hedge: carry expected over the holding period, what it was over every such \
      period of the past, fees, the fall that pays for it, and when the cost has eaten the loss that a fall of --drop \
      would bring. A hedge that costs more than that loss is inefficient. Where a strategy has several futures on one \
      coin, the same hedge is shown in each of them.

      JSON: schema, at, portfolio, currency, terms, instruments (instrument, account, underlying, kind, mark, basis_bps, \
      days_to_expiry, annualised_basis, funding_rate, funding_interval_hours, funding_yield, average_funding_yield, \
      cash_and_carry, reverse_carry), strategies (strategy, holding_period_days, \
      averaging_window_days, drop, expected_carry, carry_error, outcomes, fees, slippage, \
      expected_cost, break_even_move, exposure, protected_loss, exhausted_at, inefficient, inefficient_share, \
      reversals, rolls, comparisons). Figures are objects as in status; a yield's value holds net, gross, fees, borrow, \
      compound (of a locked basis), days and rests_on. Cash received is positive in a carry, cash paid in a cost.

      Examples:
        hedgetop carry
        hedgetop carry -c hedge.toml --borrow BTC:0.02 --drop 0.2
        hedgetop carry --json | jq '.instruments[] | [.instrument, .cash_and_carry.value.net]'
      """)

  @OptionGroup var portfolio: PortfolioOptions
  @OptionGroup var carry: CarryOptions

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var waiting: WaitOptions

  @MainActor
  func run() async throws {
    let report = try await waiting.withSession(of: portfolio) { session in
      let snapshot = session.store.snapshot
      let configured = session.configuration.portfolio
      let past = await session.pastFunding(of: configured, since: snapshot.now - carry.history(of: configured))
      let slippage = carry.slippageBps.map { bps in configured.instruments.mapValues { _ in bps / 10_000 } }
      let market = CarryMarket(stamps: past, accounts: configured.accounts, slippage: slippage ?? [:])
      return CarryReport(snapshot.figures, options: carry.completed(by: configured), market: market)
    }
    print(json ? try JSONOutput.text(report) : PrintableLines.text(CarryText(report).text), terminator: "")
  }
}
