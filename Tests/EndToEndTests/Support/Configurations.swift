/// Configurations of one coin, whose beta is known without history.
enum Configurations {
  /// One BTC held and one short: in the band at H = 1, a breach at H = 0.
  static func simulated(hedgeRatio: String = "1", name: String = "One coin") -> String {
    book(feed: "kind = \"simulated\"", hedgeRatio: hedgeRatio, name: name, leg: true)
  }

  /// One BTC, priced by a program.
  static func process(_ command: [String], hedgeRatio: String = "0", staleAfter: Double = 2) -> String {
    let words = command.map { "\"\($0)\"" }.joined(separator: ", ")
    return book(
      feed: "kind = \"process\"\ncommand = [\(words)]\nstale_after_seconds = \(staleAfter)", hedgeRatio: hedgeRatio,
      name: "Fed", leg: false)
  }

  /// One BTC and one ETH, priced by a recording.
  static func replay(prices: String, start: String) -> String {
    book(
      feed: "kind = \"replay\"\nprices = \"\(prices)\"\nstart = \(start)\nspeed = 1", hedgeRatio: "0",
      name: "Recorded", leg: false)
  }

  private static func book(feed: String, hedgeRatio: String, name: String, leg: Bool) -> String {
    """
    name = "\(name)"
    benchmark = "BTC"
    [feed]
    \(feed)
    [[account]]
    name = "main"
    balances = { USD = 100_000 }
    [[strategy]]
    name = "Core"
    hedge_ratio = \(hedgeRatio)
    [[strategy.holding]]
    asset = "BTC"
    quantity = 1
    \(leg ? legText : "")
    """
  }

  private static let legText = """
    [[strategy.leg]]
    instrument = "BTC-PERP"
    contracts = -1
    entry_price = 65_000
    leverage = 5
    """
}
