import FoundationEssentials
import HedgeModel

extension TicketOrder {
  /// The order that brings a position to a notional, such as one of ``MinimumVarianceWeights/notionals``; nil when a
  /// contract has no value.
  ///
  /// - Parameters:
  ///   - held: signed contracts held now.
  ///   - notional: signed notional wanted, in the portfolio's currency.
  ///   - instrument: what is traded.
  ///   - account: the account it is traded in.
  ///   - price: reference price, in the instrument's quote currency.
  ///   - conversion: value of the quote currency in the portfolio's.
  ///   - beta: beta of the underlying.
  ///   - feeRate: fee as a fraction of the notional; nil when not stated.
  ///   - liquidity: how easily it trades.
  public init?(
    from held: Decimal = 0, toNotional notional: Double, of instrument: Instrument, account: AccountID? = nil,
    price: Double, conversion: Double = 1, beta: Double, feeRate: Double? = nil,
    liquidity: TicketLiquidity = .unknown
  ) {
    let contractValue = HedgeSizing.contractValue(of: instrument, price: price) * conversion
    guard contractValue != 0, contractValue.isFinite, notional.isFinite else { return nil }
    self.init(
      instrument: instrument, account: account, size: .estimated(notional / contractValue - held.inexact),
      price: price, conversion: conversion, beta: beta, feeRate: feeRate, liquidity: liquidity)
  }
}
