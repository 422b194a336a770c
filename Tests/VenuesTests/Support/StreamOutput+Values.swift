import FoundationEssentials
import HedgeModel
import MarketData

@testable import Venues

extension StreamOutput {
  /// The values that came, in order.
  var updates: [MarketUpdate] {
    events.compactMap { event in
      if case .update(let update) = event { update } else { nil }
    }
  }

  /// The quotes that came, in order.
  var quotes: [Quote] { updates.compactMap(\.quote) }

  /// True when no price that came is zero or less.
  var isPositive: Bool { updates.allSatisfy(\.isPositive) }
}

extension MarketUpdate {
  var quote: Quote? { if case .quote(let quote) = value { quote } else { nil } }
  var mark: Double? { if case .mark(let mark) = value { mark } else { nil } }
  var index: Double? { if case .index(let index) = value { index } else { nil } }
  var funding: FundingRate? { if case .funding(let rate) = value { rate } else { nil } }

  /// True of a price above zero and a rate that is finite.
  var isPositive: Bool {
    switch value {
    case .quote(let quote): quote.price > 0 && (quote.bid ?? 1) > 0 && (quote.ask ?? 1) > 0
    case .mark(let price), .index(let price): price > 0 && price.isFinite
    case .funding(let rate): rate.rate.isFinite
    case .book(let book): (book.bids + book.asks).allSatisfy { $0.price > 0 && $0.quantity > 0 }
    }
  }
}

extension VenueStream {
  /// What a message means.
  mutating func hear(_ text: String, at now: Timestamp) throws -> StreamOutput {
    var output = StreamOutput()
    try receive(Array(text.utf8), at: now, into: &output)
    return output
  }
}
