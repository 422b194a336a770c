import FoundationEssentials
import HedgeModel
import Testing

@Suite struct MarginTiersTests {
  static func tiers(_ brackets: [(Decimal, Decimal)], _ rule: MarginTiers.Rule = .marginal) -> MarginTiers? {
    MarginTiers(
      rule: rule, tiers: brackets.map { MarginTiers.Tier(floor: $0.0, maintenanceRate: $0.1) }, source: "test")
  }

  @Test("deductions make the margin continuous: cum_k = floor_k·(r_k − r_{k−1}) + cum_{k−1}")
  func deductions() throws {
    let rates = ["0.004", "0.005", "0.0065", "0.01", "0.02", "0.025", "0.05", "0.1"].compactMap { Decimal(exactly: $0) }
    let floors: [Decimal] = [0, 50_000, 600_000, 3_000_000, 12_000_000, 70_000_000, 100_000_000, 230_000_000]
    let tiers = try #require(Self.tiers(Array(zip(floors, rates))))
    #expect(tiers.deductions == [0, 50, 950, 11_450, 131_450, 481_450, 2_981_450, 14_481_450])
    #expect(tiers.brackets.map(\.deduction) == tiers.deductions.map(\.inexact))
    #expect(tiers.brackets.map(\.rate) == rates.map(\.inexact))
  }

  @Test("a whole position has nothing deducted from it")
  func wholePosition() throws {
    let brackets: [(Decimal, Decimal)] = [(0, Decimal(1) / 100), (100, Decimal(2) / 100)]
    let tiers = try #require(Self.tiers(brackets, .wholePosition))
    #expect(tiers.brackets.map(\.deduction) == [0, 0])
  }

  @Test("a table that is empty, does not begin at zero, is not rising or holds no rate is refused")
  func refused() {
    #expect(Self.tiers([]) == nil)
    #expect(Self.tiers([(1, 0)]) == nil)
    #expect(Self.tiers([(0, 0), (0, 0)]) == nil)
    #expect(Self.tiers([(0, 0), (5, 0), (4, 0)]) == nil)
    #expect(Self.tiers([(0, 2)]) == nil)
    #expect(Self.tiers([(0, -1)]) == nil)
  }
}
