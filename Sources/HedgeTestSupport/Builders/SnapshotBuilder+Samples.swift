import Alerting
import FoundationEssentials
import HedgeModel
import HedgeStore

extension SnapshotBuilder {
  /// Half a million of coins, hedged at 0.6 with two perpetuals and a dated future in two accounts; all is well.
  public static let calm: SnapshotBuilder = {
    var builder = SnapshotBuilder()
    builder.holdings = [
      HoldingSample("BTC", quantity: 3, price: 65_012.5, change: 0.0123, beta: 1, standardError: 0),
      HoldingSample("ETH", quantity: 40, price: 3512.4, change: 0.0205, beta: 1.18, standardError: 0.0412),
      HoldingSample(
        "SOL", quantity: decimal("1200.25"), price: 148.32, change: -0.0071, beta: 1.42, standardError: 0.0813),
      HoldingSample("DOGE", quantity: 25_000, price: 0.1234, change: 0, beta: 1.6),
      HoldingSample(
        "BTC", quantity: decimal("0.5"), price: 65_012.5, change: 0.0123, beta: 1, standardError: 0, account: "coin"),
    ]
    builder.legs = [
      LegSample(
        "BTC-PERP", underlying: "BTC", contracts: decimal("-4.85"), entry: decimal("64210.5"), mark: 65_040.1, beta: 1,
        fundingRate: 0.0001, basis: 4.2, liquidation: 87_420),
      LegSample(
        "ETH-PERP", underlying: "ETH", contracts: -12, entry: 3590, mark: 3514.2, beta: 1.18,
        fundingRate: -0.000_035, intervalHours: 4, basis: 5.1, liquidation: 5280.4),
      LegSample(
        "BTC-27JUN25", underlying: "BTC", contracts: decimal("-0.5"), entry: 66_120, mark: 65_890, beta: 1,
        fundingRate: nil, basis: 135, liquidation: 98_750, account: "coin"),
    ]
    builder.accounts = [
      AccountSample("main", wallet: 120_000, maintenance: 27_000, liquidatingMove: 0.382),
      AccountSample("coin", convention: .okx, wallet: 32_506, maintenance: 1650, liquidatingMove: nil),
    ]
    return builder
  }()

  /// ``calm`` after a part of the short was bought back: net beta is beyond the band, margin is short, funding has
  /// turned, a review is due.
  public static let breach: SnapshotBuilder = {
    var builder = calm
    builder.legs[0].contracts = decimal("-3.9")
    builder.legs[0].fundingRate = -0.0001
    builder.legs[0].hasReversed = true
    builder.legs[0].liquidation = 67_950
    builder.accounts[0] = AccountSample(
      "main", wallet: 32_000, maintenance: 25_100, liquidatingMove: 0.041, toSurvive: 48_200)
    builder.outsideFor = .seconds(7980)
    builder.dueReviews = [.interval(since: builder.now - .hours(26)), .benchmarkMove(0.061)]
    builder.alerts = [
      Alert(
        id: "drift/Main", severity: .critical, message: "Main: drift +0.0988 is beyond ±0.05",
        raisedAt: builder.now - .seconds(7980))
    ]
    builder.log = [
      LogEntry(
        at: builder.now - .seconds(7980), kind: .alert, severity: .critical,
        message: "Main: drift +0.0988 is beyond ±0.05")
    ]
    return builder
  }()

  /// ``calm``, 35 seconds after the feed fell silent.
  public static let stale: SnapshotBuilder = {
    var builder = calm
    builder.condition = .stale(.seconds(35))
    return builder
  }()

  /// ``calm`` before the first price.
  public static let unknown: SnapshotBuilder = {
    var builder = calm
    builder.condition = .unknown
    builder.historySamples = 0
    return builder
  }()

  /// A portfolio that holds nothing.
  public static let emptyPortfolio: SnapshotBuilder = {
    var builder = SnapshotBuilder()
    builder.historySamples = 0
    return builder
  }()

  /// ``breach`` with controls, escapes, bidirectional marks, wide letters and a heap of accents in every name.
  public static let hostileText: SnapshotBuilder = {
    var builder = breach
    let poison = "\u{1B}[31mX\u{7}\u{8}\u{202E}\r\n日本\u{200B}e\u{301}\u{301}\u{301}\u{301}\u{9B}0m"
    builder.name += poison
    builder.strategyName += poison
    for index in builder.holdings.indices { builder.holdings[index].symbol += poison }
    for index in builder.legs.indices {
      builder.legs[index].symbol += poison
      builder.legs[index].account = AccountID("main" + poison)
    }
    builder.accounts[0].id = AccountID("main" + poison)
    return builder
  }()

  /// A thousand holdings and a thousand legs.
  public static let large: SnapshotBuilder = {
    var builder = calm
    builder.holdings = (0..<1000).map(numberedHolding)
    builder.legs = (0..<1000).map(numberedLeg)
    return builder
  }()

  /// Every sample with its name, for tests that hold for all of them.
  public static let all: [(name: String, builder: SnapshotBuilder)] = [
    ("calm", calm), ("breach", breach), ("stale", stale), ("unknown", unknown), ("empty", emptyPortfolio),
    ("hostile", hostileText), ("large", large),
  ]

  private static func numberedHolding(_ index: Int) -> HoldingSample {
    HoldingSample(
      "C\(index)", quantity: Decimal(index + 1), price: numberedPrice(index), change: Double(index % 7 - 3) / 1000,
      beta: 0.8 + Double(index) / 1000, standardError: 0.05)
  }

  private static func numberedLeg(_ index: Int) -> LegSample {
    LegSample(
      "C\(index)-PERP", underlying: Asset("C\(index)"), contracts: Decimal(-index - 1) / 2, entry: Decimal(index + 1),
      mark: numberedPrice(index), beta: 0.8 + Double(index) / 1000, fundingRate: Double(index % 9 - 4) / 100_000,
      basis: Double(index % 11 - 5), liquidation: 2 * numberedPrice(index))
  }

  private static func numberedPrice(_ index: Int) -> Double { Double(index * index + 7) / 100 }

  private static func decimal(_ text: String) -> Decimal { Decimal(string: text) ?? 0 }
}
