import HedgeModel
import MarketData
import Synchronization

/// A feed that tells what a test posts into its inbox, and nothing of its own.
final class FakeFeed: PriceFeed {
  static let standard = FeedIdentity(name: "fake", label: "FAKE", isLive: true, staleAfter: .seconds(10))

  let identity = FakeFeed.standard
  private let depth = Mutex<[[InstrumentID]]>([])

  /// Each list of instruments whose order books it was asked for.
  var watched: [[InstrumentID]] { depth.withLock { $0 } }

  func instruments() async throws -> [Instrument] { [] }
  func history(_ request: HistoryRequest) async throws -> [Bar] { [] }
  func fundingHistory(of instrument: InstrumentID, since: Timestamp) async throws -> [FundingStamp] { [] }
  func start(_ instruments: [InstrumentID], into inbox: Inbox) {}
  func watchDepth(of instruments: [InstrumentID]) { depth.withLock { $0.append(instruments) } }
  func stop() {}
}
