import HedgeModel

/// Something that moves a ledger on.
public enum AttributionEvent: Sendable {
  /// The market has moved.
  case market(MarketPoint)
  /// A trade, at the market of the last point.
  case fill(AttributionFill)
  /// Funding was paid, at the market of the last point.
  case funding([AttributionPayment])
  /// The hedge was reviewed: a segment ends, so that betas of now count from here.
  case review
  /// A period begins anew.
  case mark(AttributionPeriod)
}
