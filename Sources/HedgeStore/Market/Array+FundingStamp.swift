import HedgeModel

extension [FundingStamp] {
  /// These payments and `others` by rising time, each instant once; where both have one, that of `others` counts.
  func merged(with others: [FundingStamp]) -> [FundingStamp] {
    let all = (self + others).map { ($0.time, $0) }
    return Dictionary(all) { $1 }.values.sorted { $0.time < $1.time }
  }
}
