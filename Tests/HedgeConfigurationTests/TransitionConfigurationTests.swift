import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import Testing

@Suite("A transition in the configuration") struct TransitionConfigurationTests {
  private static let three = Decimal(3)

  private func strategy(_ transition: String, held: String = "3", _ more: String = "") throws -> Strategy {
    try StrategyKindTests.strategy(
      """
      hedge_ratio = 0.3
      \(transition)
      [[strategy.holding]]
      asset = "BTC"
      quantity = \(held)
      \(more)
      """ + "\n" + StrategyKindTests.leg("BTC-PERP", "short") + StrategyKindTests.leg("ETH-PERP", "short"))
  }

  @Test("coins, quantity, what was moved and steps are read; what is left out is all of it, into cash")
  func read() throws {
    let full = try strategy(
      "[strategy.transition]\nfrom = \"BTC\"\nto = \"ETH\"\nquantity = 3\nmoved = 1\nsteps = 5", held: "2")
    #expect(full.transition == TransitionIntent(from: "BTC", to: "ETH", quantity: Self.three, moved: 1, steps: 5))
    let bare = try strategy("[strategy.transition]\nfrom = \"BTC\"\nsteps = 1000")
    #expect(bare.transition == TransitionIntent(from: "BTC", to: nil, steps: 1000))
    #expect(try strategy("").transition == nil)
  }

  @Test("it stays with a strategy whose legs or policy are changed by decisions")
  func kept() throws {
    let strategy = try strategy("[strategy.transition]\nfrom = \"BTC\"\nsteps = 2")
    #expect(strategy.with(legs: []).transition == strategy.transition && strategy.transition != nil)
    #expect(strategy.with(policy: strategy.policy.aiming(at: 1)).transition == strategy.transition)
  }
}
