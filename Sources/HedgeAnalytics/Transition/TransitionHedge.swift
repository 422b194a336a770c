import FoundationEssentials
import HedgeModel

/// A future that a transition hedges with.
public struct TransitionHedge: Hashable, Sendable {
  /// The future: lot step and minimums.
  public let instrument: Instrument
  /// The account it is held in; nil where there is none.
  public let account: AccountID?
  /// Signed contracts held before the first step, exact: negative is short.
  public let contracts: Decimal
  /// Price of the future, in its quote currency.
  public let price: Double
  /// Value of its quote currency in the portfolio's.
  public let conversion: Double
  /// Beta of its underlying to the benchmark.
  public let beta: Double
  /// Fee as a fraction of the notional; nil when not stated.
  public let feeRate: Double?

  /// A future; see the properties.
  public init(
    instrument: Instrument, account: AccountID? = nil, contracts: Decimal = 0, price: Double, conversion: Double = 1,
    beta: Double, feeRate: Double? = nil
  ) {
    self.instrument = instrument
    self.account = account
    self.contracts = contracts
    self.price = price
    self.conversion = conversion
    self.beta = beta
    self.feeRate = feeRate
  }

  /// Which line of a ticket it is.
  public var id: TradeTicket.LineID { TradeTicket.LineID(instrument: instrument.id, account: account) }

  /// An order for so many contracts.
  func order(_ contracts: Double) -> TicketOrder {
    TicketOrder(
      instrument: instrument, account: account, size: .estimated(contracts), price: price, conversion: conversion,
      beta: beta, feeRate: feeRate)
  }

  /// Value of the benchmark that one contract stands for.
  public var contractBetaValue: Double { order(0).contractBetaValue }
}
