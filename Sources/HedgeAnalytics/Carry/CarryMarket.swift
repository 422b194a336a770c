import HedgeModel

/// What carry figures are computed from besides the valuation: the past of the funding, and what trades cost.
public struct CarryMarket: Sendable {
  /// Past payments of each perpetual, by rising time; unknown, with the reason, where the feed has no history.
  public var stamps: [InstrumentID: Reading<FundingStamps>]
  /// Taker fee of each account, a fraction of the notional.
  public var takerFees: [AccountID: Double]
  /// Slippage of a trade, a fraction of its value, by instrument: from the depth of its book, or as the user states
  /// it. An instrument without one has an unknown slippage.
  public var slippage: [InstrumentID: Double]

  /// A market; see the properties.
  public init(
    stamps: [InstrumentID: Reading<FundingStamps>], takerFees: [AccountID: Double],
    slippage: [InstrumentID: Double] = [:]
  ) {
    self.stamps = stamps
    self.takerFees = takerFees
    self.slippage = slippage
  }

  /// The market of a portfolio's accounts.
  public init(
    stamps: [InstrumentID: Reading<FundingStamps>], accounts: [Account], slippage: [InstrumentID: Double] = [:]
  ) {
    self.init(
      stamps: stamps,
      takerFees: Dictionary(accounts.map { ($0.id, $0.fees.taker.inexact) }) { first, _ in first }, slippage: slippage)
  }

  /// Past payments of one instrument.
  public func payments(of instrument: InstrumentID) -> Reading<FundingStamps> {
    stamps[instrument]
      ?? .unknown(UnknownReason(.notReceived, "no past funding of \(instrument) has been asked for"))
  }

  /// Taker fee in one account.
  public func fee(in account: AccountID) -> Reading<Double> {
    takerFees[account].map { .stated($0) }
      ?? .unknown(UnknownReason(.notConfigured, "no account \(account) is configured"))
  }

  /// Slippage of one instrument's trades.
  public func slippage(of instrument: InstrumentID) -> Reading<Double> {
    slippage[instrument].map { .stated($0) }
      ?? .unknown(UnknownReason(.notReceived, "no order book of \(instrument), and no slippage stated"))
  }
}
