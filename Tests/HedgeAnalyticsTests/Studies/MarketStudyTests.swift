import HedgeAnalytics
import HedgeModel
import Testing

@Suite("The study of a market")
struct MarketStudyTests {
  private static let last = Timestamp(milliseconds: 1_747_656_000_000)

  /// Daily bars of a benchmark and a coin whose beta turns from 1 to 3 at a day; `gaps` have no price of the coin.
  private func study(days: Int = 91, turnsAt turn: Int = 60, gaps: Set<Int> = []) throws -> MarketStudy {
    var (benchmark, coin) = (100.0, 50.0)
    var bars: [Asset: [Bar]] = [:]
    for day in 0..<days {
      let move = Double((day * 37) % 11 - 1) / 400
      let noise = Double((day * 53) % 7 - 3) / 4000
      benchmark *= 1 + move
      coin *= 1 + (day < turn ? 1 : 3) * move + noise
      let close = Self.last - .days(Double(days - 1 - day))
      bars["BTC", default: []].append(Bar(close: close, price: benchmark))
      bars["ETH", default: []].append(Bar(close: close, price: gaps.contains(day) ? nil : coin))
    }
    return try #require(
      MarketStudy(of: bars, benchmark: Benchmark("BTC"), policy: BetaPolicy(returns: .simple), source: "test"))
  }

  @Test("A beta that turns is told by the day its CUSUM crossed, after the turn", arguments: [50, 60, 70])
  func crossing(turn: Int) throws {
    let study = try study(turnsAt: turn)
    let test = try #require(study.stability["ETH"]?.value)
    let crossing = try #require(test.crossing)
    let instant = try #require(study.crossings["ETH"])
    // Ninety returns: pair k ends at day k + 1.
    #expect(instant == Self.last - .days(Double(89 - crossing)))
    #expect(instant > Self.last - .days(Double(90 - turn)))
    #expect(study.crossings["BTC"] == nil)
  }

  @Test("Days without a price are no pairs, and do not move the day of the crossing out of place")
  func gaps() throws {
    let gaps: Set<Int> = [10, 20, 30, 31]
    let study = try study(gaps: gaps)
    let crossing = try #require(study.stability["ETH"]?.value?.crossing)
    // A gap takes the return into it and the one out of it.
    let pairs = (1...90).filter { !gaps.contains($0) && !gaps.contains($0 - 1) }
    #expect(study.crossings["ETH"] == Self.last - .days(Double(90 - pairs[crossing])))
  }

  @Test("A beta that holds has no day")
  func steady() throws {
    let study = try study(turnsAt: 1000)
    #expect(study.stability["ETH"]?.value?.isStable == true && study.crossings.isEmpty)
  }

  @Test("The last average ends at the last close, the one before a bar earlier; spans are bars times their length")
  func times() throws {
    let study = try study()
    #expect(study.close(ofAverage: study.averages.count - 1) == Self.last)
    #expect(study.close(ofAverage: study.averages.count - 2) == Self.last - .days(1))
    #expect(study.span == .days(90) && study.regimeSpan == .days(30))
  }
}
