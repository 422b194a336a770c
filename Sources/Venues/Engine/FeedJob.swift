import HedgeModel

/// Something a feed does by REST.
enum FeedJob: Hashable, Sendable {
  /// Measure the venue's clock.
  case clock
  /// Read the specifications, anew when those that are known are older.
  case specifications(notOlderThan: Duration)
  /// Fetch the present values, once, as they may have been missed.
  case snapshot([Instrument])
  /// Fetch the present values, as the stream does not tell them.
  case poll([Instrument])
  /// Fetch bars that have closed.
  case bars([BarFollower.Need])
  /// Fetch funding payments that were made.
  case funding([FundingFollower.Need])
  /// Fetch order books.
  case depth([Instrument])

  /// What it is, for a person.
  var words: String {
    switch self {
    case .clock: "its clock"
    case .specifications: "its specifications"
    case .snapshot, .poll: "prices by REST"
    case .bars: "closed bars"
    case .funding: "funding payments"
    case .depth: "order books"
    }
  }
}
