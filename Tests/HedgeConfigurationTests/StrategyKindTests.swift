import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import Testing

@Suite("Kinds of strategies") struct StrategyKindTests {
  static func strategy(_ body: String) throws -> Strategy {
    let text = TestText.account + "[[strategy]]\nname = \"s\"\n" + body
    return try #require(Configuration.parse(text, file: "c", now: testNow).portfolio.strategies.first)
  }

  static func leg(_ name: String, _ side: String, _ more: String = "") -> String {
    "[[strategy.leg]]\ninstrument = \"\(name)\"\nside = \"\(side)\"\ncontracts = 0\n\(more)\n"
  }

  static let bitcoin = InstrumentID(venue: "simulated", symbol: "BTC-PERP")
  static let ether = InstrumentID(venue: "simulated", symbol: "ETH-PERP")

  @Test("a basket hedges all of its long legs with its one short leg")
  func basket() throws {
    let strategy = try Self.strategy(
      "kind = \"basket\"\n" + Self.leg("ETH-PERP", "long") + Self.leg("SOL-PERP", "long")
        + Self.leg("BTC-PERP", "short"))
    #expect(strategy.kind == .basket && strategy.policy.aim == .hedgeRatio(1))
    #expect(strategy.policy.mode == .benchmark(Self.bitcoin) && strategy.spread == nil)
    #expect(strategy.legs.map(\.side) == [.long, .long, .short])
  }

  @Test("a pair without a size lets its short side follow its long one")
  func pair() throws {
    let strategy = try Self.strategy(
      "kind = \"pair\"\n[[strategy.holding]]\nasset = \"ETH\"\nquantity = 3\n" + Self.leg("BTC-PERP", "short"))
    #expect(strategy.policy.mode == .benchmark(Self.bitcoin) && strategy.spread == nil)
  }

  @Test("a spread's weights are equal on each side when none is stated")
  func spread() throws {
    let strategy = try Self.strategy(
      "kind = \"sector-spread\"\ngross = 100_000\nbalance_with = \"BTC-PERP\"\n" + Self.leg("ETH-PERP", "long")
        + Self.leg("SOL-PERP", "long") + Self.leg("BNB-PERP", "short") + Self.leg("BTC-PERP", "short"))
    let plan = try #require(strategy.spread)
    #expect(plan.gross == 100_000 && plan.balance == Self.bitcoin)
    #expect(plan.weights[Self.ether] == 0.5 && plan.weights[Self.bitcoin] == nil && plan.weights.count == 3)
  }

  @Test("a reverse carry is short coins and long futures, at what borrowing costs")
  func reverseCarry() throws {
    let strategy = try Self.strategy(
      "kind = \"reverse-carry\"\nborrow_rate = 0.08\n[[strategy.holding]]\nasset = \"BTC\"\nquantity = -2\n"
        + Self.leg("BTC-PERP", "long"))
    #expect(strategy.borrowRate == 0.08 && strategy.policy.mode == .sameAsset && strategy.policy.aim == .hedgeRatio(1))
  }

  @Test("a leveraged long aims at a net beta, and its future is added when there is one account")
  func leveragedLong() throws {
    let strategy = try Self.strategy(
      "kind = \"leveraged-long\"\ntarget_beta = 1.5\nhedge_with = \"BTC-PERP\"\n[[strategy.holding]]\n"
        + "asset = \"BTC\"\nquantity = 2\n")
    #expect(strategy.policy.aim == .netBeta(Decimal(15) / 10) && strategy.policy.hedgeRatio == nil)
    #expect(strategy.legs.map(\.side) == [.long])
  }

  @Test("a stance says the ratio when none is stated", arguments: [("defensive", "0.8"), ("market-neutral", "1")])
  func stance(name: String, ratio: String) throws {
    let strategy = try Self.strategy("stance = \"\(name)\"\n" + TestText.holding + TestText.leg)
    #expect(strategy.policy.hedgeRatio == Decimal(exactly: ratio) && strategy.policy.stance?.rawValue == name)
  }

  @Test("capital and buckets are read, and the usual ranges hold where none is stated")
  func buckets() throws {
    let head = "capital = \"250000.50\"\n[buckets]\noverlay = [0, 0.9]\n"
    let text = head + TestText.minimal.replacing("name = \"core\"", with: "name = \"core\"\nbucket = \"alpha\"")
    let portfolio = try Configuration.parse(text, file: "c", now: testNow).portfolio
    #expect(portfolio.capital == Decimal(exactly: "250000.5"))
    #expect(portfolio.buckets == BucketRanges(overlay: 0...0.9) && portfolio.buckets.core == 0.4...0.7)
    #expect(portfolio.strategies[0].bucket == .alpha)
  }
}
