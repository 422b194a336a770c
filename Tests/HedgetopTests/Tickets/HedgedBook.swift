/// Configurations of two coins at simulated prices, whose betas are stated.
enum HedgedBook {
  /// 3 BTC and 40 ETH, `short` BTC-PERP and no ETH-PERP against them, each coin hedged with its own future.
  static func sameAsset(ratio: String = "0.6", short: String = "0") -> String {
    text(ratio: ratio, short: short, hedge: "mode = \"same-asset\"")
  }

  /// The same, everything hedged with BTC-PERP.
  static func benchmark(ratio: String = "0.6", short: String = "0") -> String {
    text(ratio: ratio, short: short, hedge: "hedge_with = \"BTC-PERP\"")
  }

  private static func text(ratio: String, short: String, hedge: String) -> String {
    """
    name = "Two coins"
    benchmark = "BTC"
    [feed]
    kind = "simulated"
    seed = 1
    [[account]]
    name = "main"
    balances = { USD = 100_000 }
    [[strategy]]
    name = "Core"
    hedge_ratio = \(ratio)
    \(hedge)
    [strategy.beta]
    overrides = { ETH = 1.2 }
    [[strategy.holding]]
    asset = "BTC"
    quantity = 3
    [[strategy.holding]]
    asset = "ETH"
    quantity = 40
    [[strategy.leg]]
    instrument = "BTC-PERP"
    contracts = \(short)
    \(short == "0" ? "" : "entry_price = 65_000")
    leverage = 5
    [[strategy.leg]]
    instrument = "ETH-PERP"
    contracts = 0
    leverage = 5

    """
  }
}
