import FoundationEssentials
import HedgeModel

/// A number of contracts made tradable: rounded to the lot and checked against the venue's minimums.
public struct TradeSizing: Hashable, Sendable {
  /// Signed contracts before rounding.
  public let exactContracts: Double
  /// Signed contracts to trade, on the lot step; zero when the venue would refuse the order.
  public let contracts: Decimal
  /// `contracts` for estimates.
  public let contractsValue: Double
  /// Net beta that rounding leaves.
  public let residualBeta: Double
  /// What the user must know.
  public let warnings: [TradeSuggestion.Warning]

  /// Rounds `exactContracts` of `instrument`.
  ///
  /// - Parameters:
  ///   - price: price of the future in its quote currency.
  ///   - conversion: value of the quote currency in the currency of `value`.
  ///   - contractBeta: beta of the underlying.
  ///   - value: what net beta is measured over.
  ///   - band: the drift band.
  public init(
    exactContracts: Double, instrument: Instrument, price: Double, conversion: Double = 1, contractBeta: Double = 1,
    value: Double, band: Double = 0.05, rounding: HedgePolicy.Rounding
  ) {
    let lots = LotRounding.lots(in: exactContracts, of: instrument.lotStepValue, rounding)
    let rounded = lots == 0 ? 0 : Decimal(lots) * instrument.lotStep
    let roundedValue = Double(lots) * instrument.lotStepValue
    let quoted = HedgeSizing.contractValue(of: instrument, price: price)
    let contractValue = quoted * conversion
    let refusal = lots == 0 ? nil : Self.refusal(of: rounded, roundedValue * quoted, instrument)
    let lotBeta = HedgeSizing.halfLotBeta(
      lot: instrument.lotStepValue, contractValue: contractValue, contractBeta: contractBeta, value: value)
    self.exactContracts = exactContracts
    contracts = refusal == nil ? rounded : 0
    contractsValue = refusal == nil ? roundedValue : 0
    residualBeta = HedgeSizing.residualBeta(
      contracts: contractsValue, exact: exactContracts, contractValue: contractValue, contractBeta: contractBeta,
      value: value)
    warnings = (lotBeta > band ? [.bandInfeasible(lotBeta: lotBeta)] : []) + (refusal.map { [$0] } ?? [])
  }

  private static func refusal(
    of contracts: Decimal, _ value: Double, _ instrument: Instrument
  ) -> TradeSuggestion.Warning? {
    if instrument.minimumQuantity != 0, contracts.magnitude < instrument.minimumQuantity {
      return .belowMinimumQuantity(instrument.minimumQuantity)
    }
    if abs(value) < instrument.minimumNotionalValue {
      return .belowMinimumNotional(instrument.minimumNotional)
    }
    return nil
  }
}
