import FoundationEssentials
import HedgeModel
import MarketData

extension OKXAccountReader {
  /// Bills of the last week, or of the last three months from the archive, in pages of 100, the newest first.
  public func fundingPayments(since start: Timestamp, _ client: any VenueClient) async throws -> [FundingPayment] {
    let isRecent = client.now - start < .days(6)
    var payments: [FundingPayment] = []
    var seen: Set<String> = []
    var oldest: String?
    while true {
      let data = try await client.read(
        VenueRequest(
          isRecent ? OKXEndpoints.bills : OKXEndpoints.olderBills,
          ["type": "8", "begin": "\(start.milliseconds)", "after": oldest, "limit": "100"])
      ).need("data")
      var count = 0
      for row in data.elements {
        let bill = try row.needString("billId")
        guard seen.insert(bill).inserted else { continue }
        count += 1
        oldest = bill
        if let payment = try payment(row), payment.at > start { payments.append(payment) }
      }
      if count < 100 { break }
    }
    return payments.sorted { $0.at < $1.at }
  }

  /// The payment in a bill; nil for a bill of another sort. What an isolated position receives or pays changes its own
  /// balance, not the account's.
  func payment(_ row: JSONValue) throws(DecodingFault) -> FundingPayment? {
    guard row.string("type") == "8" else { return nil }
    let changes = [try row.decimal("balChg"), try row.decimal("posBalChg")].compactMap { $0 }
    let profit = try row.decimal("pnl")
    guard let amount = changes.first(where: { $0 != 0 }) ?? profit ?? changes.first else {
      throw DecodingFault("balChg", found: "nothing", expected: "an amount")
    }
    return FundingPayment(
      instrument: InstrumentID(venue: OKXMarket.venue, symbol: try row.needString("instId")),
      at: Timestamp(milliseconds: try row.needInteger("ts")), amount: amount, asset: Asset(try row.needString("ccy")))
  }
}
