import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

/// Random books on random paths, with their equity kept a second time in a few lines that share nothing with the
/// ledger but the arithmetic of a trade.
@Suite struct AttributionPropertyTests {
  /// A random book and its market.
  struct Path {
    static let coins: [Asset] = ["BTC", "ETH", "SOL"]
    var generator: SeededGenerator
    var ledger: AttributionLedger
    var spot: [Asset: Double]
    var linear: [Asset: Double]
    var inverse: [Asset: Double]
    var hours = 0.0
    /// Cash paid and received, coins by what they are, and what is held.
    var cash = 0.0
    var coinBalances: [Asset: Double] = [:]
    var holdings: [AttributedPosition.ID: Double] = [:]
    let terms: [AttributedPosition.ID: (coin: Asset, kind: AttributedPosition.Kind, multiplier: Double)]

    init(seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      spot = ["BTC": generator.uniform(5_000...90_000), "ETH": generator.uniform(100...5_000), "SOL": 20]
      linear = spot.mapValues { $0 * generator.uniform(0.98...1.02) }
      inverse = spot.mapValues { $0 * generator.uniform(0.98...1.02) }
      var openings: [AttributionOpening] = []
      var named: [AttributedPosition.ID: (coin: Asset, kind: AttributedPosition.Kind, multiplier: Double)] = [:]
      func quantity(_ notional: Double, _ price: Double) -> Decimal {
        .exact(((notional / price * 1_000).rounded() / 1_000).description)
      }
      for coin in Self.coins {
        let price = spot[coin] ?? 1
        let positions: [(AttributedPosition, Decimal)] = [
          (AttributionBook.spot(coin), quantity(generator.uniform(-20_000...100_000), price)),
          (AttributionBook.future(coin), quantity(generator.uniform(-90_000...30_000), price)),
          (
            AttributionBook.future(coin, .inverse, multiplier: 10),
            Decimal(Int(generator.uniform(-5_000...2_000)))
          ),
          (AttributionBook.wallet(coin), quantity(generator.uniform(0...30_000), price)),
        ]
        for (position, held) in positions {
          openings.append(AttributionOpening(position, quantity: held))
          named[position.id] = (coin, position.kind, position.multiplier.inexact)
        }
      }
      terms = named
      ledger = AttributionLedger(openings, benchmark: AttributionBook.benchmark())
      self.generator = generator
      for opening in openings { take(opening.position.id, opening.quantity.inexact) }
      ledger.advance(to: market)
    }

    var market: MarketPoint {
      AttributionBook.market(
        hours, spot: spot, linear: linear, inverse: inverse, betas: ["BTC": 1, "ETH": 1.3, "SOL": 1.8])
    }

    func mark(_ id: AttributedPosition.ID) -> Double {
      guard let (coin, kind, _) = terms[id] else { return .nan }
      return (kind == .linear ? linear : kind == .inverse ? inverse : spot)[coin] ?? .nan
    }

    /// What was there at the start, as if bought then at its mark.
    mutating func take(_ id: AttributedPosition.ID, _ quantity: Double) {
      guard let (coin, kind, _) = terms[id] else { return }
      if kind == .collateral { coinBalances[coin, default: 0] += quantity } else { trade(id, quantity, at: mark(id)) }
    }

    mutating func trade(_ id: AttributedPosition.ID, _ contracts: Double, at price: Double) {
      guard let (coin, kind, multiplier) = terms[id] else { return }
      holdings[id, default: 0] += contracts
      if kind == .inverse {
        coinBalances[coin, default: 0] += contracts * multiplier / price
      } else {
        cash -= contracts * multiplier * price
      }
    }

    /// Everything sold at the market.
    var equity: Double {
      var worth = cash
      var coins = coinBalances
      for (id, contracts) in holdings {
        guard let (coin, kind, multiplier) = terms[id] else { continue }
        if kind == .inverse {
          coins[coin, default: 0] -= contracts * multiplier / mark(id)
        } else {
          worth += contracts * multiplier * mark(id)
        }
      }
      return coins.reduce(worth) { $0 + $1.value * (spot[$1.key] ?? .nan) }
    }
  }

  @Test("over random books, fills, stamps and paths the parts add up to the equity's change, to the cent")
  func addsUp() throws {
    for seed in UInt64(0)..<20 {
      var path = Path(seed: seed)
      var openings: [AttributionPeriod: Double] = [.start: path.equity, .today: path.equity, .rebalance: path.equity]
      for step in 0..<36 {
        let wasToday = path.ledger.figures(since: .today).positions.first?.since
        path.move()
        if path.ledger.figures(since: .today).positions.first?.since != wasToday { openings[.today] = path.equity }
        switch step % 6 {
        case 1, 3: path.fill()
        case 2: path.payFunding()
        case 4: path.ledger.cut()
        case 5 where step % 18 == 5:
          path.ledger.mark(.rebalance)
          openings[.rebalance] = path.equity
        default: break
        }
        for period in AttributionPeriod.allCases {
          let parts = path.ledger.parts(since: period)
          let label = "seed \(seed), step \(step), \(period)"
          #expect(parts.isSettled, "\(label): \(parts.residual)")
          let total = try #require(parts.total.value, "\(label)")
          #expect(abs(total - (path.equity - (openings[period] ?? .nan))) < 0.005, "\(label)")
          #expect(abs(try #require(parts.sum, "\(label)") - total) < 1e-6, "\(label)")
        }
      }
      for position in path.ledger.figures(since: .start).positions { #expect(position.parts.isSettled, "\(seed)") }
    }
  }
}

extension AttributionPropertyTests.Path {
  /// A new market between a minute and four hours later.
  mutating func move() {
    hours += generator.uniform(0.02...4)
    for coin in Self.coins {
      let price = (spot[coin] ?? 1) * (1 + 0.05 * generator.normal()).magnitude
      spot[coin] = price
      linear[coin] = price * generator.uniform(0.98...1.02)
      inverse[coin] = price * generator.uniform(0.98...1.02)
    }
    ledger.advance(to: market)
  }

  private mutating func randomFuture() -> (id: AttributedPosition.ID, kind: AttributedPosition.Kind, coin: Asset) {
    let coin = Self.coins[Int(generator.next() % 3)]
    let kind: AttributedPosition.Kind = generator.next() % 2 == 0 ? .linear : .inverse
    return (.leg(AttributionBook.leg(coin, kind)), kind, coin)
  }

  /// A trade of a coin or a future, away from the mid, sometimes closing everything.
  mutating func fill() {
    var (id, kind, coin) = randomFuture()
    if generator.next() % 4 == 0 { (id, kind) = (.holding(AttributionBook.spotMarket(coin)), .spot) }
    let price = Decimal.exact((mark(id) * generator.uniform(0.99...1.01)).description)
    let mid = Decimal.exact((mark(id) * generator.uniform(0.999...1.001)).description)
    let fee = Decimal.exact((generator.uniform(-5...20) * 100).rounded().description) / 100
    let held = ledger.contracts(of: id) ?? 0
    let notional = generator.uniform(-40_000...40_000)
    let size = kind == .inverse ? notional / 10 : notional / price.inexact * 1_000
    let contracts =
      generator.next() % 3 == 0
      ? -held : Decimal(Int(size.rounded())) / (kind == .inverse ? 1 : 1_000)
    ledger.fill(AttributionFill(of: id, contracts: contracts, price: price, mid: mid, fee: fee))
    trade(id, contracts.inexact, at: price.inexact)
    if kind == .inverse { coinBalances[coin, default: 0] -= fee.inexact / price.inexact } else { cash -= fee.inexact }
  }

  mutating func payFunding() {
    let (id, kind, coin) = randomFuture()
    guard case .leg(let leg) = id else { return }
    let rate = generator.uniform(-0.003...0.003)
    let price = mark(id) * generator.uniform(0.99...1.01)
    // A stamp at the very start of a period would belong to the one before.
    let stamp = AttributionBook.stamp(hours + 0.01, rate: rate, mark: price)
    ledger.settle([AttributionPayment(on: leg, stamp)])
    let contracts = holdings[id] ?? 0
    if kind == .inverse {
      coinBalances[coin, default: 0] -= contracts * 10 / price * rate
    } else {
      cash -= contracts * price * rate
    }
  }
}
