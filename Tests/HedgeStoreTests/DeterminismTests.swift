import FoundationEssentials
import HedgeModel
import Journal
import MarketData
import Testing

@testable import HedgeStore

@Suite("Replay")
@MainActor
struct DeterminismTests {
  @Test("the same recorded actions give the same snapshots, byte for byte", arguments: 0..<5)
  func actions(seed: UInt64) {
    func play() -> [String] {
      var script = ActionScript(seed: seed)
      var state = State(settings: .book())
      return (0..<60).map { _ in
        script.apply(to: &state)
        return CanonicalText.of(state.snapshot)
      }
    }
    let different = zip(play(), play()).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    #expect(different == nil, "the snapshots differ from action \(different ?? 0) on")
  }

  @Test(
    "a recording played again gives the same snapshots at the same instants, whatever the rhythm of the timer",
    .enabled("needs ../shared/data/market") { RecordedMarket.isPresent })
  func recording() async throws {
    let instants = (1...30).map { $0 * 8 }
    let reference = try await RecordedMarket.play(everyHours: 8, to: instants)
    #expect(reference.count == instants.count)
    #expect(reference.values.contains { $0.contains("inBand") || $0.contains("breach") })
    let again = try await RecordedMarket.play(everyHours: 8, to: instants)
    #expect(again == reference)
    for step in [1, 2, 4] {
      let other = try await RecordedMarket.play(everyHours: step, to: instants)
      for hour in instants { #expect(other[hour] == reference[hour], "every \(step) h, after \(hour) h") }
    }
  }
}
