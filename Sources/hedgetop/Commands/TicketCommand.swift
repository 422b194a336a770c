import ArgumentParser
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore

/// `hedgetop ticket`: all trades of a rebalance at once.
struct TicketCommand: AsyncParsableCommand {
  /// How the ticket is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case csv
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "ticket", abstract: "Write the trades of a rebalance as one ticket.",
    discussion: """
      Contracts are rounded together: each leg to one of its neighbouring lots, so that the least beta is left over all \
      of them. Lines come the easiest to trade first: by depth, else volume, else spread, else size. Nothing is sent.

      Where the feed tells order books, each is walked by its trade: slippage is what the average price costs against \
      the mid, impact how far from it the last contract trades, fillable what the book holds of the contracts.

      JSON: schema, id, at, strategy, currency, hedge_ratio, lines (rank, side, instrument, account, contracts, \
      exact_contracts, price, notional, beta_value, fee, slippage, impact_bps, fillable), ordered_by, fees, slippage, rounding_residual, band, before, after, \
      without (value, net_beta, target, drift, beta_value, in_band, unfilled), warnings. CSV: one row a line, contracts \
      exact. What is not known is null, or empty.

      Examples:
        hedgetop ticket
        hedgetop ticket --ratio 0.5 --format csv > ticket.csv
        hedgetop ticket --without BTC-PERP
      """)

  @OptionGroup var portfolio: PortfolioOptions
  @OptionGroup var strategy: StrategyOption

  @Option(
    help: ArgumentHelp("Hedge ratio to trade to. (default: the strategy's)", valueName: "ratio"),
    transform: { try SpecificationText.number($0, "the hedge ratio") })
  var ratio: Decimal?

  @Option(help: ArgumentHelp("How it is written.", valueName: "format"))
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "Show what is left when this line cannot be filled: its rank, symbol or name; may be repeated.", valueName: "leg")
  )
  var without: [String] = []

  @OptionGroup var waiting: WaitOptions

  func validate() throws {
    if format == .csv, !without.isEmpty { throw ValidationError("--without cannot be used with --format csv") }
  }

  @MainActor
  func run() async throws {
    let snapshot = try await waiting.snapshot(of: portfolio) { figures in
      let found = try strategy.figures(in: figures)
      return HedgeRatioTrial(strategy: found.name, hedgeRatio: ratio ?? found.policy.aim.value)
    }
    guard let reading = snapshot.ticket else { throw ProgramFailure(.runtime, "there is no ticket") }
    guard let ticket = reading.value else {
      throw ProgramFailure(reading.unknownReason ?? UnknownReason(.undefined, "there is no ticket"))
    }
    print(try text(TicketReport(ticket, without: try Self.lines(without, of: ticket))), terminator: "")
  }

  private func text(_ report: TicketReport) throws -> String {
    switch format {
    case .text: PrintableLines.text(report.text)
    case .csv: report.ticket.csv
    case .json: try JSONOutput.text(report)
    }
  }

  /// The lines that words such as `1`, `BTC-PERP`, `simulated:BTC-PERP` or `simulated:BTC-PERP@main` name.
  ///
  /// - Throws: ``ProgramFailure`` when one names none.
  static func lines(_ words: [String], of ticket: TradeTicket) throws -> Set<TradeTicket.LineID> {
    var found: Set<TradeTicket.LineID> = []
    for word in words {
      let named = ticket.lines.filter { line in
        [
          "\(line.liquidityRank)", line.instrument.id.symbol, line.instrument.id.description, line.id.description,
        ].contains(word)
      }
      if named.isEmpty {
        let names = ticket.lines.map(\.id.description).joined(separator: ", ")
        throw ProgramFailure(
          .usage,
          "--without: found “\(word)”, expected " + (names.isEmpty ? "none: nothing is traded" : "one of \(names)"))
      }
      found.formUnion(named.map(\.id))
    }
    return found
  }
}
