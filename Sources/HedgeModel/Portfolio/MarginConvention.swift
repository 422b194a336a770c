/// Whose margin ratio an account shows: each venue has its own name, direction and liquidation level.
public enum MarginConvention: String, Hashable, Sendable, CaseIterable {
  /// Binance USDⓈ-M and COIN-M cross: `margin ratio` = MM / (wallet + unrealised P&L); liquidates at ≥ 100 %.
  case binance
  /// Binance portfolio margin: `uniMMR` = adjusted equity / MM; low is bad; liquidates at ≤ 105 %.
  case binancePortfolio = "binance-portfolio"
  /// Bybit unified: `account MM rate` = ΣMM / margin balance; liquidates at 100 %.
  case bybit
  /// OKX: `margin ratio` = equity / (MM + liquidation fee); low is bad; liquidates at ≤ 100 %.
  case okx
  /// Deribit: maintenance margin against equity in the settlement currency; liquidates when equity < MM.
  case deribit
  /// Hyperliquid: account value against maintenance margin; liquidates when equity < MM.
  case hyperliquid
}
