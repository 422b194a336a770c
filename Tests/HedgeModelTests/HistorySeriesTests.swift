import HedgeModel
import Testing

@Suite("The past of figures")
struct HistorySeriesTests {
  private let column = HistorySeries.Column(
    last: [1, nil, 3, .nan], lowest: [0.5, nil, 2, .infinity], highest: [1.5, nil, 9, nil])

  @Test("A column is summed up from what is known of it alone")
  func summary() {
    #expect(column.latest == 3 && column.minimum == 0.5 && column.maximum == 9)
    #expect(column.change == 2 && column.knownShare == 0.5)
    let nothing = HistorySeries.Column([nil, nil])
    #expect(nothing.latest == nil && nothing.minimum == nil && nothing.maximum == nil && nothing.change == nil)
    #expect(nothing.knownShare == 0 && HistorySeries.Column([]).knownShare == 0)
  }

  private func series(_ columns: [HistoryFigure: HistorySeries.Column]) -> HistorySeries {
    HistorySeries(
      instants: (0..<4).map { Timestamp(milliseconds: 1000 * $0) }, spacing: .seconds(1), columns: columns)
  }

  @Test("A breach between two points counts, though both points are in the band")
  func breaches() {
    let past = series([
      .netBeta: HistorySeries.Column(
        last: [0.5, 0.5, nil, 0.5], lowest: [0.49, 0.5, nil, 0.40], highest: [0.56, 0.5, nil, 0.5]),
      .target: HistorySeries.Column([0.5, 0.5, 0.5, 0.5]), .band: HistorySeries.Column([0.05, 0.05, 0.05, 0.05]),
    ])
    #expect(past.isBeyondBand == [true, false, nil, true])
    #expect(past.pointsBeyondBand.map { [$0.beyond, $0.known] } == [2, 3])
  }

  @Test("A target that moved within a span is no breach where net beta may have followed it, only where it cannot have")
  func movedTarget() {
    let past = series([
      .netBeta: HistorySeries.Column(
        last: [0.2, 0.2, 0.2, 0.45], lowest: [0.2, 0.2, 0.14, 0.44], highest: [0.5, 0.56, 0.5, 0.46]),
      .target: HistorySeries.Column(
        last: [0.2, 0.2, 0.2, 0.2], lowest: [0.2, 0.2, 0.2, 0.2], highest: [0.5, 0.5, 0.5, 0.38]),
      .band: HistorySeries.Column([0.05, 0.05, 0.05, 0.05]),
    ])
    #expect(past.isBeyondBand == [false, true, true, true])
    #expect(past.pointsBeyondBand.map { [$0.beyond, $0.known] } == [3, 4])
  }

  @Test("A band that was wider for a part of a span counts as it was at its widest")
  func movedBand() {
    let past = series([
      .netBeta: HistorySeries.Column([0.57, 0.57, 0.57, 0.57]), .target: HistorySeries.Column([0.5, 0.5, 0.5, 0.5]),
      .band: HistorySeries.Column(
        last: [0.05, 0.05, 0.1, nil], lowest: [0.05, 0.05, 0.05, nil], highest: [0.05, 0.1, 0.1, nil]),
    ])
    #expect(past.isBeyondBand == [true, false, false, nil])
  }

  @Test("Without target or band nobody can say whether there was a breach")
  func unknown() {
    let past = series([.netBeta: HistorySeries.Column([1, 1, 1, 1]), .target: HistorySeries.Column([0, 0, 0, 0])])
    #expect(past.isBeyondBand == [nil, nil, nil, nil] && past.pointsBeyondBand == nil)
    #expect(HistorySeries.empty.pointsBeyondBand == nil)
  }
}
