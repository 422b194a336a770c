import HedgeModel
import SeededRandom
import Testing

@Suite("Funding payments of the past")
struct FundingStampsTests {
  private func stamp(_ hours: Double, _ rate: Double, mark: Double? = nil) -> FundingStamp {
    FundingStamp(time: Timestamp(milliseconds: 1_700_000_000_000) + .hours(hours), rate: rate, markPrice: mark)
  }

  @Test("payments told twice, in any order, are one each by rising time; the later word counts")
  func merging() {
    var stamps = FundingStamps([stamp(8, 0.1), stamp(0, 0.2)])
    #expect(Array(stamps) == [stamp(0, 0.2), stamp(8, 0.1)])
    stamps.merge([stamp(16, 0.3, mark: 5), stamp(8, 0.4)])
    #expect(Array(stamps) == [stamp(0, 0.2), stamp(8, 0.4), stamp(16, 0.3, mark: 5)])
    #expect(stamps == [stamp(8, 0.4), stamp(16, 0.3, mark: 5), stamp(0, 0.2)], "however they came")
    stamps.merge([])
    #expect(stamps.count == 3 && FundingStamps().isEmpty)
  }

  @Test("a payment that is known is replaced, and one that is not finds its place; the answer tells which")
  func inserting() {
    var stamps: FundingStamps = [stamp(8, 0.1)]
    let told = [stamp(0, 0.2), stamp(16, 0.3, mark: 7), stamp(8, 0.5, mark: 6), stamp(4, 0.6)]
    let areNew = told.map { stamps.insert($0) }
    #expect(areNew == [true, true, false, true])
    #expect(
      Array(stamps) == [stamp(0, 0.2), stamp(4, 0.6), stamp(8, 0.5, mark: 6), stamp(16, 0.3, mark: 7)])
    let isNew = stamps.insert(stamp(16, 0.3))
    #expect(!isNew && stamps.last == stamp(16, 0.3, mark: 7), "but for a mark price that only it has")
  }

  @Test("later than an instant are those after it, not that of the instant itself")
  func later() {
    let stamps: FundingStamps = [stamp(0, 0.1), stamp(8, 0.2), stamp(16, 0.3)]
    #expect(Array(stamps.later(than: stamp(8, 0).time)) == [stamp(16, 0.3)])
    #expect(stamps.later(than: stamp(7.5, 0).time).startIndex == 1)
    #expect(stamps.later(than: stamp(16, 0).time).isEmpty && stamps.later(than: stamp(-1, 0).time).count == 3)
  }

  @Test("whatever is inserted and merged in whatever order, they are as a table by time", arguments: 0..<40)
  func asTable(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var stamps = FundingStamps()
    var table: [Timestamp: FundingStamp] = [:]
    for _ in 0..<200 {
      let new = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        stamp(
          Double(Int.random(in: 0..<60, using: &random)), Double.random(in: -1...1, using: &random),
          mark: Bool.random(using: &random) ? Double.random(in: 1...2, using: &random) : nil)
      }
      var known = Set(table.keys)
      if Int.random(in: 0..<4, using: &random) == 0 {
        stamps.merge(new)
      } else {
        for stamp in new {
          let isNew = stamps.insert(stamp)
          #expect(isNew == known.insert(stamp.time).inserted, "seed \(seed)")
        }
      }
      for stamp in new {
        let mark = stamp.markPrice ?? table[stamp.time]?.markPrice
        table[stamp.time] = FundingStamp(time: stamp.time, rate: stamp.rate, markPrice: mark)
      }
      let expected = table.values.sorted { $0.time < $1.time }
      #expect(Array(stamps) == expected, "seed \(seed)")
    }
    #expect(stamps == FundingStamps(table.values), "seed \(seed)")
  }
}
