import HedgeModel

/// An instrument of a recording and where its values come from.
struct ReplayListing: Sendable {
  let instrument: Instrument
  /// Bars by length; at least one.
  let bars: [BetaPolicy.BarInterval: ReplayColumn]
  /// Mark prices; nil where the recording has none.
  let mark: ReplayColumn?
  /// The spot price of the underlying; nil where the recording has none.
  let index: ReplayColumn?
  /// Funding payments, oldest first; empty for spot and where the recording has none.
  let funding: [FundingTable.Event]

  /// The shortest bars there are: what the instrument is quoted from.
  var quote: ReplayColumn? { bars[.hour] ?? bars[.day] }
}
