import FoundationEssentials
import HedgeModel

@testable import Venues

/// What the tests of Deribit share; the answers are written by hand in the form the venue documents.
enum DeribitSamples {
  static let now = Timestamp(milliseconds: 1_654_246_806_100)
  static let market = DeribitMarket()
  static let perpetual = Instrument.perpetual("deribit", "BTC-PERPETUAL", .inverse)

  static func result(_ text: String) -> String { #"{"jsonrpc":"2.0","result":\#(text),"usIn":1,"testnet":false}"# }

  static func client(
    _ answers: [(path: String, text: String)], faults: [String: VenueFault] = [:]
  ) -> CannedClient {
    CannedClient(now: now, answers: answers.map { ("/api/v2/\($0.path)", result($0.text)) }, faults: faults)
  }

  static func ticker(_ time: Int64, bid: String, ask: String, last: String, name: String = "BTC-PERPETUAL") -> String {
    #"{"timestamp":\#(time),"state":"open","mark_price":30436.94,"last_price":\#(last),"instrument_name":"\#(name)","index_price":30418.45,"funding_8h":0.00002085,"current_funding":0.00010785,"best_bid_price":\#(bid),"best_ask_price":\#(ask)}"#
  }
}
