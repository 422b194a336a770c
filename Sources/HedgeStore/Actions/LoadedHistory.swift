import HedgeModel
import MarketData

/// Bars that were asked for and have come.
public struct LoadedHistory: Sendable {
  /// What was asked for.
  public let request: HistoryRequest
  /// What came, oldest first.
  public let bars: [Bar]

  /// Loaded bars; see the properties.
  public init(request: HistoryRequest, bars: [Bar]) {
    self.request = request
    self.bars = bars
  }
}
