import FoundationEssentials
import HedgeModel
import MarketData

extension BinanceAccountReader {
  /// The cross margin of a USDⓈ-M account. With isolated positions beside the cross ones the total is not that of the
  /// cross ones alone; their sum is, when they are all margined in one asset.
  static func margin(in account: JSONValue, _ positions: [BinancePosition]) throws(DecodingFault) -> AccountMargin {
    let wallet = try account.double("totalCrossWalletBalance")
    let profit = try account.double("totalCrossUnPnl")
    let equity = if let wallet, let profit { wallet + profit } else { try account.double("totalMarginBalance") }
    let held = positions.filter { $0.contracts != 0 }
    let maintenance =
      held.contains(where: \.isIsolated)
      ? crossMaintenance(of: held) : try account.double("totalMaintMargin")
    return AccountMargin(equity: equity, maintenanceMargin: maintenance, unit: try unit(of: account))
  }

  private static func crossMaintenance(of positions: [BinancePosition]) -> Double? {
    let cross = positions.filter { !$0.isIsolated }
    guard Set(cross.map(\.marginAsset)).count <= 1 else { return nil }
    var sum = 0.0
    for position in cross {
      guard let margin = position.maintenanceMargin else { return nil }
      sum += margin
    }
    return sum
  }

  /// The totals of an account in single-asset mode are those of its USDT, in multi-assets mode of all assets in dollars.
  private static func unit(of account: JSONValue) throws(DecodingFault) -> String {
    let total = try account.decimal("totalMarginBalance")
    for row in try BinanceAnswer.list("assets", of: account) where row["asset"]?.equals("USDT") == true {
      if let total, try row.decimal("marginBalance") == total { return "USDT" }
    }
    return "USD"
  }

  /// The margin of a COIN-M account: each coin stands for itself, so there is one figure only when one coin is used.
  static func coinMargin(in account: JSONValue, _ positions: [BinancePosition]) throws(DecodingFault) -> AccountMargin {
    var used: [JSONValue] = []
    for row in try BinanceAnswer.list("assets", of: account) {
      let balance = try row.decimal("marginBalance")
      let maintenance = try row.decimal("maintMargin")
      if balance ?? 0 != 0 || maintenance ?? 0 != 0 { used.append(row) }
    }
    guard used.count == 1, let row = used.first else { return AccountMargin() }
    let wallet = try row.double("crossWalletBalance")
    let profit = try row.double("crossUnPnl")
    let equity = if let wallet, let profit { wallet + profit } else { try row.double("marginBalance") }
    let held = positions.filter { $0.contracts != 0 }
    let maintenance =
      held.contains(where: \.isIsolated) ? crossMaintenance(of: held) : try row.double("maintMargin")
    return AccountMargin(equity: equity, maintenanceMargin: maintenance, unit: try row.needString("asset"))
  }
}
