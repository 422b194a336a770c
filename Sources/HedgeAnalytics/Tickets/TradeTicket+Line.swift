import FoundationEssentials
import HedgeModel

extension TradeTicket {
  /// What tells one line of a ticket from another.
  public struct LineID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// What is traded.
    public let instrument: InstrumentID
    /// The account it is traded in; nil for spot.
    public let account: AccountID?

    /// A line's identity; see the properties.
    public init(instrument: InstrumentID, account: AccountID? = nil) {
      self.instrument = instrument
      self.account = account
    }

    /// `venue:symbol@account`, or `venue:symbol`.
    public var description: String { account.map { "\(instrument)@\($0)" } ?? "\(instrument)" }

    /// Orders by instrument, then account.
    public static func < (left: LineID, right: LineID) -> Bool {
      (left.instrument, left.account?.name ?? "") < (right.instrument, right.account?.name ?? "")
    }
  }

  /// Which way a line trades.
  public enum Side: String, Hashable, Sendable {
    /// Contracts are bought.
    case buy
    /// Contracts are sold.
    case sell
  }

  /// One trade. Values are in the portfolio's currency.
  public struct Line: Hashable, Sendable, Identifiable {
    /// What is traded.
    public let instrument: Instrument
    /// The account it is traded in; nil for spot.
    public let account: AccountID?
    /// Signed contracts, exact and on the lot step: negative sells. Coins when spot.
    public let contracts: Decimal
    /// Signed contracts before rounding.
    public let exactContracts: Double
    /// Reference price, in the instrument's quote currency.
    public let price: Double
    /// Signed notional of the trade.
    public let notional: Double
    /// Value of the benchmark that it adds: notional · β, signed.
    public let betaValue: Double
    /// Fee, positive; nil when the rate is not known.
    public let fee: Double?
    /// What the order book would give, stale when the book is; unknown where the feed gives no depth.
    public let fill: Reading<BookFill>
    /// How easily it trades.
    public let liquidity: TicketLiquidity
    /// 1 for the easiest to trade of the ticket.
    public let liquidityRank: Int

    /// Which line it is.
    public var id: LineID { LineID(instrument: instrument.id, account: account) }

    /// |notional| times what the average price is worse than the mid, positive; unknown without depth, with stale depth,
    /// or with too little of it.
    public var slippage: Reading<Double> { fill.slippage(of: instrument.id, notional: notional) }

    /// How far from the mid the last price paid is, in basis points; nil when that is not known.
    public var impactBasisPoints: Double? { fill.isFresh ? fill.value?.impactBasisPoints : nil }

    /// Buy or sell.
    public var side: Side { contracts < 0 ? .sell : .buy }

    /// An order as it is traded; nil when nothing is.
    init?(_ order: TicketOrder, contracts: Decimal) {
      guard contracts != 0 else { return nil }
      let count = contracts.inexact
      instrument = order.instrument
      account = order.account
      self.contracts = contracts
      exactContracts = order.wantedContracts
      price = order.price
      notional = count * order.contractValue
      betaValue = count * order.contractBetaValue
      fee = order.feeRate.map { abs(count * order.contractValue) * $0 }
      let convention = order.instrument.convention
      fill = order.book.map { $0.fill(contracts, convention: convention) }
      liquidity = order.liquidity
      liquidityRank = 0
    }

    private init(_ line: Line, rank: Int) {
      instrument = line.instrument
      account = line.account
      contracts = line.contracts
      exactContracts = line.exactContracts
      price = line.price
      notional = line.notional
      betaValue = line.betaValue
      fee = line.fee
      fill = line.fill
      liquidity = line.liquidity
      liquidityRank = rank
    }

    func ranked(_ rank: Int) -> Line { Line(self, rank: rank) }
  }
}
