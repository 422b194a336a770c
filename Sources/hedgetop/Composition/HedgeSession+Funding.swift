import HedgeModel
import MarketData

extension HedgeSession {
  /// Past funding of every perpetual a portfolio has a leg in, since `since`; unknown with the feed's words where it
  /// has none.
  func pastFunding(of portfolio: Portfolio, since: Timestamp) async -> [InstrumentID: Reading<FundingStamps>] {
    var past: [InstrumentID: Reading<FundingStamps>] = [:]
    for id in Set(portfolio.strategies.flatMap { $0.legs.map(\.instrument) }).sorted() {
      guard case .perpetual = portfolio.instruments[id]?.kind else { continue }
      past[id] = await pastFunding(of: id, since: since)
    }
    return past
  }

  private func pastFunding(of instrument: InstrumentID, since: Timestamp) async -> Reading<FundingStamps> {
    do {
      let feed = try connection.feed(of: instrument)
      let stamps = try await feed.fundingHistory(of: instrument, since: since)
      guard let last = stamps.last else {
        return .unknown(UnknownReason(.notReceived, "the feed has no past funding of \(instrument)"))
      }
      return .known(FundingStamps(stamps), Provenance(asOf: last.time, source: feed.identity.name))
    } catch {
      return .unknown(UnknownReason(.notReceived, String(describing: error)))
    }
  }
}
