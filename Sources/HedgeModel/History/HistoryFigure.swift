/// A figure of a strategy whose past is kept.
///
/// The words are frozen: files in use, JSON and CSV hold them. Money is in the portfolio's currency; what is received is
/// positive and what is paid negative.
public enum HistoryFigure: String, Hashable, Sendable, CaseIterable {
  /// Net beta.
  case netBeta = "net_beta"
  /// What net beta is steered to.
  case target
  /// How far net beta may be from its target.
  case band
  /// Worst normalised margin ratio of the accounts the legs stand in: 0 is safe, 1 liquidation.
  case marginRatio = "margin_ratio"
  /// Value of the spot.
  case spotValue = "spot_value"
  /// Signed notional of all legs: negative when short.
  case hedgeNotional = "hedge_notional"
  /// Funding received since the legs were opened.
  case funding
  /// Profit since the start: the sum of the parts below.
  case profit
  /// Profit by the benchmark's moves.
  case profitBeta = "profit_beta"
  /// Profit by moves of the coins that the benchmark does not explain.
  case profitAlpha = "profit_alpha"
  /// Profit by futures moving otherwise than spot.
  case profitBasis = "profit_basis"
  /// Profit by funding.
  case profitFunding = "profit_funding"
  /// Profit by fees, negative.
  case profitFees = "profit_fees"
  /// Profit by fills at prices other than the mid.
  case profitSlippage = "profit_slippage"
  /// Profit by collateral held in coin.
  case profitCollateral = "profit_collateral"
  /// Profit that no part explains; zero to the cent.
  case profitResidual = "profit_residual"
}
