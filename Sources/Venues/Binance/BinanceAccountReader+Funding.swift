import HedgeModel
import MarketData

extension BinanceAccountReader {
  /// Entries the venue gives at most in one answer.
  private static var entriesInPage: Int { 1000 }
  /// The longest span asked for at once.
  private static var span: Duration { .days(30) }

  /// Funding received and paid in (`start`, now], oldest first. USDⓈ-M keeps it for three months.
  ///
  /// Which end of a span a full answer leaves out is not documented, so a span with a full answer is asked for again in
  /// halves.
  public func fundingPayments(since start: Timestamp, _ client: any VenueClient) async throws -> [FundingPayment] {
    guard let futures = segment.futures else { return [] }
    let end = client.now
    var payments: [FundingPayment] = []
    var spans: [ClosedRange<Timestamp>] = []
    var first = start.advanced(byMilliseconds: 1)
    while first <= end {
      let last = min(first + Self.span, end)
      spans.append(first...last)
      first = last.advanced(byMilliseconds: 1)
    }
    spans.reverse()
    while let span = spans.popLast() {
      let answer = try await client.read(Self.request(futures.income, span))
      if BinanceAnswer.rows(of: answer).count >= Self.entriesInPage, span.lowerBound < span.upperBound {
        let half = (span.upperBound - span.lowerBound).wholeMilliseconds / 2
        let middle = span.lowerBound.advanced(byMilliseconds: half)
        spans.append(middle.advanced(byMilliseconds: 1)...span.upperBound)
        spans.append(span.lowerBound...middle)
        continue
      }
      payments += try BinanceAnswer.read { () throws(DecodingFault) in try read(answer, span) }
    }
    return payments
  }

  private static func request(_ endpoint: Endpoint, _ span: ClosedRange<Timestamp>) -> VenueRequest {
    VenueRequest(
      endpoint,
      [
        "incomeType": "FUNDING_FEE", "startTime": "\(span.lowerBound.milliseconds)",
        "endTime": "\(span.upperBound.milliseconds)", "limit": "\(entriesInPage)",
      ])
  }

  private func read(
    _ answer: JSONValue, _ span: ClosedRange<Timestamp>
  ) throws(DecodingFault) -> [FundingPayment] {
    guard answer.isArray else { throw answer.fault("a list of payments") }
    var payments: [FundingPayment] = []
    for row in answer.elements where row["incomeType"]?.equals("FUNDING_FEE") == true {
      guard let symbol = row.string("symbol") else { continue }
      let time = try row.need("time").milliseconds()
      guard span.contains(time) else { continue }
      payments.append(
        FundingPayment(
          instrument: InstrumentID(venue: segment.rawValue, symbol: symbol), at: time,
          amount: try row.needDecimal("income"), asset: Asset(try row.needString("asset"))))
    }
    return payments.sorted { $0.at < $1.at }
  }
}
