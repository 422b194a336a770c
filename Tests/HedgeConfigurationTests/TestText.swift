/// Configurations built of parts.
enum TestText {
  static let account = """
    [[account]]
    name = "main"
    balances = { USD = 100_000 }

    """
  static let strategy = """
    [[strategy]]
    name = "core"
    hedge_ratio = 0.5

    """
  static let holding = """
    [[strategy.holding]]
    asset = "BTC"
    quantity = 2.5

    """
  static let leg = """
    [[strategy.leg]]
    instrument = "BTC-PERP"
    contracts = -1.25
    entry_price = 65000

    """

  /// The least that is a hedge.
  static let minimal = account + strategy + holding + leg
}
