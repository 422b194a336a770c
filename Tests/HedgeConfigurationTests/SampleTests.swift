import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import Testing

let testNow = Timestamp(milliseconds: 1_795_000_000_000)

@Suite struct SampleTests {
  @Test("the sample portfolio is sound and draws no warning")
  func sampleIsSound() throws {
    let sample = try Configuration.sample(now: testNow)
    #expect(sample.warnings == [])
    #expect(sample.portfolio.strategies.map(\.holdings.count) == [10])
  }
}
