import HedgeStore

extension FigureFormat {
  /// Why a review is due, in a few words: `BTC moved +6.1 %`.
  func words(_ review: DueReview, benchmark: String) -> String {
    switch review {
    case .interval(let since): "last \(ago(since))"
    case .benchmarkMove(let move): "\(benchmark) moved \(percentage(move, sign: .both))"
    case .spotValueChange(let change): "spot value changed \(percentage(change, sign: .both))"
    }
  }
}
