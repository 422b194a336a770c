import HedgeModel

extension [FundingStamp] {
  /// These payments and `others` by rising time, each instant once; where both have one, that of `others` counts, with
  /// the mark price of whichever tells it.
  func merged(with others: [FundingStamp]) -> [FundingStamp] {
    let all = (self + others).map { ($0.time, $0) }
    return Dictionary(all) { known, told in
      FundingStamp(time: told.time, rate: told.rate, markPrice: told.markPrice ?? known.markPrice)
    }
    .values.sorted { $0.time < $1.time }
  }
}
