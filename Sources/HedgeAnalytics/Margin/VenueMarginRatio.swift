import HedgeModel

extension MarginConvention {
  /// The equity this venue demands, from maintenance margin and, on OKX, the taker fee of closing.
  public func requirement(takerFee: Double) -> LiquidationPrice.Requirement {
    switch self {
    case .binancePortfolio: LiquidationPrice.Requirement(multiple: 1.05)
    case .okx: LiquidationPrice.Requirement(feeRate: takerFee)
    case .binance, .bybit, .deribit, .hyperliquid: LiquidationPrice.Requirement()
    }
  }

  /// The venue's name for its ratio.
  public var ratioName: String {
    switch self {
    case .binance, .okx: "Margin ratio"
    case .binancePortfolio: "uniMMR"
    case .bybit: "Account MM rate"
    case .deribit: "Maintenance margin / equity"
    case .hyperliquid: "Cross margin ratio"
    }
  }

  /// Which end of the venue's ratio is dangerous.
  public var ratioDirection: MarginRatio.Direction {
    switch self {
    case .binancePortfolio, .okx: .lowIsBad
    case .binance, .bybit, .deribit, .hyperliquid: .highIsBad
    }
  }
}

/// Margin ratios: the venue's own, and the one scale they are compared on.
public enum VenueMarginRatio {
  /// The greatest normalised ratio shown: beyond it, and when the equity is gone, the number says nothing more.
  public static let normalisedLimit = 10.0

  /// The venue's ratio under its own name.
  ///
  /// - Parameters:
  ///   - equity: margin balance.
  ///   - maintenanceMargin: of the positions behind which it stands.
  ///   - liquidationFees: fee of closing them all; counts on OKX only.
  public static func ratio(
    _ convention: MarginConvention, equity: Reading<Double>, maintenanceMargin: Reading<Double>,
    liquidationFees: Reading<Double>
  ) -> MarginRatio {
    let needed = convention == .okx ? maintenanceMargin + liquidationFees : maintenanceMargin
    let value: Reading<Double> =
      switch convention.ratioDirection {
      case .highIsBad:
        needed.combined(with: equity) { ($0, $1) }.flatMap { needed, equity in
          if needed == 0 { return .stated(0) }
          return equity > 0
            ? .stated(needed / equity)
            : .unknown(UnknownReason(.undefined, "no ratio over an equity that is not positive"))
        }
      case .lowIsBad: equity.divided(by: needed, undefined: "no ratio: nothing needs margin")
      }
    return MarginRatio(
      name: convention.ratioName, value: value, direction: convention.ratioDirection,
      liquidatesAt: convention == .binancePortfolio ? 1.05 : 1)
  }

  /// 0 is safe, 1 is liquidation: requirement / equity, from 0 to ``normalisedLimit``, which also stands for an
  /// equity that is not positive; 0 when nothing is required.
  public static func normalised(_ state: MarginPool.State) -> Double {
    guard state.requirement > 0 else { return 0 }
    guard state.equity > 0 else { return normalisedLimit }
    return min(state.requirement / state.equity, normalisedLimit)
  }
}
