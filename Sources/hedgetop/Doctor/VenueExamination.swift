import FoundationEssentials
import HedgeModel
import MarketData
import Venues

/// Looks at the way to one market: each step rests on the one before it, so the first fault ends it.
struct VenueExamination {
  private let connection: VenueConnection
  private var title: String { connection.market.profile.title }

  init(_ connection: VenueConnection) {
    self.connection = connection
  }

  /// The findings, as they are made.
  func steps() -> AsyncStream<DoctorStep> {
    AsyncStream { stream in
      let task = Task {
        do {
          try await examine { stream.yield($0) }
        } catch {
          stream.yield(DoctorStep(venue: title, step: "fault", ok: false, words: VenueFault(error).description))
        }
        stream.finish()
      }
      stream.onTermination = { _ in task.cancel() }
    }
  }

  private func examine(_ tell: (DoctorStep) -> Void) async throws {
    func told(_ step: String, _ words: String, ok: Bool = true) {
      tell(DoctorStep(venue: title, step: step, ok: ok, words: words))
    }
    let offset = try await connection.client.synchroniseClock()
    told("reach", "\(connection.market.profile.restBase) answers over a trusted connection")
    let warning = offset.warning(of: title)
    told("clock", warning ?? offset.words, ok: warning == nil)
    let listing = try await connection.catalogue.current()
    told("contracts", "\(listing.instruments.count) instruments" + (listing.warning.map { "; \($0)" } ?? ""))
    try await price(of: listing, told)
    for budget in connection.budgets { told("budget", budget) }
  }

  private func price(
    of listing: InstrumentCatalogue.Listing, _ told: (String, String, Bool) -> Void
  ) async throws {
    guard let instrument = Self.example(in: listing.instruments.values) else {
      return told("price", "there is no instrument to ask the price of", false)
    }
    let updates = try await connection.market.values(of: [instrument], connection.client)
    let words = updates.compactMap { $0.instrument == instrument.id ? $0.value.words : nil }
    told(
      "price", words.isEmpty ? "none of \(instrument.id)" : "\(instrument.id) \(words.joined(separator: ", "))",
      !words.isEmpty)
  }

  /// Bitcoin if there is any, perpetual before spot.
  private static func example(in instruments: some Sequence<Instrument>) -> Instrument? {
    let sorted = instruments.sorted { $0.id < $1.id }
    let bitcoins = sorted.filter { $0.underlying == "BTC" && ["USD", "USDT", "USDC"].contains($0.quote) }
    return bitcoins.first { if case .perpetual = $0.kind { true } else { false } } ?? bitcoins.first ?? sorted.first
  }
}

extension MarketUpdate.Value {
  /// `price 65000.5`, `mark 65001`.
  fileprivate var words: String {
    switch self {
    case .quote(let quote): "price \(quote.price)"
    case .mark(let price): "mark \(price)"
    case .index(let price): "index \(price)"
    case .funding(let rate): "funding \(rate.rate) every \(rate.intervalHours) h"
    case .book(let book): "\(book.bids.count) bids, \(book.asks.count) asks"
    }
  }
}
