import FoundationEssentials
import HedgeModel
import MarketData

extension BybitAccountReader {
  /// The log is asked week by week, as the venue gives no more at once, and each week page by page.
  public func fundingPayments(since start: Timestamp, _ client: any VenueClient) async throws -> [FundingPayment] {
    let now = client.now
    var payments: [FundingPayment] = []
    var seen: Set<String> = []
    var from = max(start, now - .days(729))
    while from < now {
      let to = min(from + .days(7), now)
      let rows = try await BybitPages.rows(client) { cursor in
        VenueRequest(
          BybitEndpoints.transactions,
          [
            "accountType": "UNIFIED", "type": "SETTLEMENT", "startTime": "\(from.milliseconds)",
            "endTime": "\(to.milliseconds)", "limit": "50", "cursor": cursor,
          ])
      }
      // The ends of the weeks belong to both.
      for row in rows where seen.insert(try row.needString("id")).inserted {
        if let payment = try payment(row), payment.at > start { payments.append(payment) }
      }
      from = to
    }
    return payments.sorted { $0.at < $1.at }
  }

  /// The payment in a row; nil for what is no funding.
  func payment(_ row: JSONValue) throws(DecodingFault) -> FundingPayment? {
    guard row.string("type") == "SETTLEMENT", let amount = try row.decimal("funding"),
      let category = row.string("category").flatMap(BybitCategory.init)
    else { return nil }
    return FundingPayment(
      instrument: InstrumentID(venue: category.venue, symbol: try row.needString("symbol")),
      at: Timestamp(milliseconds: try row.needInteger("transactionTime")), amount: amount,
      asset: Asset(try row.needString("currency")))
  }
}
