import FoundationEssentials
import HedgeModel

/// One trade of a rebalance before it is rounded: what a ticket is made of.
public struct TicketOrder: Hashable, Sendable {
  /// How many contracts are wanted.
  public enum Size: Hashable, Sendable {
    /// An estimate, to be brought onto the lot step.
    case estimated(Double)
    /// Counted already: traded as it is.
    case counted(Decimal)
  }

  /// What is traded: a future, or a spot market, whose contracts are coins.
  public let instrument: Instrument
  /// The account it is traded in; nil for spot.
  public let account: AccountID?
  /// Signed contracts: negative sells.
  public let size: Size
  /// Reference price, in the instrument's quote currency.
  public let price: Double
  /// Value of the quote currency in the portfolio's.
  public let conversion: Double
  /// Beta of the underlying to the benchmark.
  public let beta: Double
  /// Fee as a fraction of the notional; nil when not stated.
  public let feeRate: Double?
  /// How easily it trades.
  public let liquidity: TicketLiquidity
  /// What stands in the order book; unknown where the feed gives no depth.
  public let book: Reading<OrderBook>

  /// An order; see the properties.
  public init(
    instrument: Instrument, account: AccountID? = nil, size: Size, price: Double, conversion: Double = 1, beta: Double,
    feeRate: Double? = nil, liquidity: TicketLiquidity = .unknown, book: Reading<OrderBook>? = nil
  ) {
    self.instrument = instrument
    self.account = account
    self.size = size
    self.price = price
    self.conversion = conversion
    self.beta = beta
    self.feeRate = feeRate
    self.liquidity = liquidity
    self.book = book ?? .noBook(of: instrument.id)
  }

  /// Which line it becomes.
  public var id: TradeTicket.LineID { TradeTicket.LineID(instrument: instrument.id, account: account) }

  /// Signed contracts wanted, for estimates.
  public var wantedContracts: Double {
    switch size {
    case .estimated(let contracts): contracts
    case .counted(let contracts): contracts.inexact
    }
  }

  /// Value of one contract in the portfolio's currency.
  var contractValue: Double { HedgeSizing.contractValue(of: instrument, price: price) * conversion }

  /// Value of the benchmark that one contract stands for.
  var contractBetaValue: Double { contractValue * beta }

  /// Why the venue would refuse `contracts` of it; nil when it would not, and for none.
  func refusal(of contracts: Decimal) -> TradeSuggestion.Warning? {
    guard contracts != 0 else { return nil }
    if contracts.magnitude < instrument.minimumQuantity { return .belowMinimumQuantity(instrument.minimumQuantity) }
    let value = abs(contracts.inexact * HedgeSizing.contractValue(of: instrument, price: price))
    return value < instrument.minimumNotionalValue ? .belowMinimumNotional(instrument.minimumNotional) : nil
  }
}
