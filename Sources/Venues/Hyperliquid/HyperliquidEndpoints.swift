/// All that is asked of Hyperliquid. Every question goes to one address and is told apart by the `type` in its body;
/// the address of orders, `/exchange`, is not here.
enum HyperliquidEndpoints {
  /// Questions of little weight: `l2Book`, `clearinghouseState`, `spotClearinghouseState`, `exchangeStatus`.
  static let light = Endpoint(.post, "/info", weight: 2)
  /// All other questions.
  static let common = Endpoint(.post, "/info", weight: 20)
  /// `userRole`.
  static let heavy = Endpoint(.post, "/info", weight: 60)

  static let all = [light, common, heavy]
}
