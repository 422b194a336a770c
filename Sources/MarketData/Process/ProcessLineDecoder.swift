import FoundationEssentials
import HedgeModel

/// Understands the lines a program writes for a ``ProcessFeed``. Any bytes give a message; nothing throws or traps.
struct ProcessLineDecoder {
  /// How far ahead of the clock a time may be: a value from far in the future would never be replaced.
  private static let allowedSkew = Duration.seconds(60)
  private static let longestName = 64

  let venue: String
  /// The instruments asked for, by the symbol the program uses.
  let wanted: [String: InstrumentID]
  private let decoder = JSONDecoder()

  init(venue: String, wanted: [InstrumentID]) {
    self.venue = venue
    self.wanted = Dictionary(wanted.map { ($0.symbol, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads one line that arrived at `arrival`.
  func message(_ line: [UInt8], arrival: Timestamp) -> ProcessMessage {
    guard !line.contains(0), let text = String(validating: line, as: UTF8.self) else {
      return .warning("a line is not UTF-8 text")
    }
    do {
      return try message(decoder.decode(ProcessLine.self, from: Data(line)), arrival: arrival)
    } catch let error as DecodingError {
      return .warning("\(Self.reason(error)): \(printable(text, limit: 80))")
    } catch let error as ProcessLineError {
      return .warning("\(error.message): \(printable(text, limit: 80))")
    } catch {
      return .warning("not understood: \(printable(text, limit: 80))")
    }
  }

  private static func reason(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _): "the field \(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      context.codingPath.last.map { "the field \(printable($0.stringValue, limit: 40)) is not what it must be" }
        ?? "not a JSON object"
    @unknown default: "not understood"
    }
  }

  private func message(_ line: ProcessLine, arrival: Timestamp) throws -> ProcessMessage {
    if line.type == "status" { return .status(try status(line)) }
    guard let symbol = line.instrument, Self.isName(symbol) else {
      throw ProcessLineError("instrument is missing or not a name of up to \(Self.longestName) printable characters")
    }
    let at = line.time?.value ?? arrival
    guard at <= arrival + Self.allowedSkew else { throw ProcessLineError("time lies in the future") }
    if line.type == "instrument" { return .instrument(try instrument(line, symbol: symbol)) }
    guard let id = wanted[symbol] else { return .unwanted }
    switch line.type {
    case "bar": return .event(try bar(line, id, arrival: arrival))
    case "funding_stamp": return .event(.fundingStamp(id, try stamp(line, at: at)))
    default: return .event(.update(MarketUpdate(instrument: id, at: at, value: try value(line))))
    }
  }

  // MARK: Values

  private func value(_ line: ProcessLine) throws(ProcessLineError) -> MarketUpdate.Value {
    switch line.type {
    case "quote":
      let quote = Quote(price: try positive(line.price, "price"), bid: line.bid?.value, ask: line.ask?.value)
      guard let quote else { throw ProcessLineError("bid and ask must be positive") }
      return .quote(quote)
    case "mark": return .mark(try positive(line.price, "price"))
    case "index": return .index(try positive(line.price, "price"))
    case "funding":
      let interval = try hours(line.intervalHours)
      guard let rate = FundingRate(rate: try fraction(line.rate), interval: interval, nextStamp: line.next?.value)
      else { throw ProcessLineError("interval_hours must be positive") }
      return .funding(rate)
    case "depth": return .book(try book(line))
    default: throw ProcessLineError("type is none that is known")
    }
  }

  private func book(_ line: ProcessLine) throws(ProcessLineError) -> OrderBook {
    let book = OrderBook(bids: try levels(line.bids, "bids"), asks: try levels(line.asks, "asks"))
    guard let book else {
      throw ProcessLineError("an order book needs positive prices and quantities, no price twice, bids below asks")
    }
    return book
  }

  /// The levels of one side. A side that is left out is an error: nobody offering is said with an empty list.
  private func levels(_ pairs: [[LooseDecimal]]?, _ field: String) throws(ProcessLineError) -> [OrderBook.Level] {
    guard let pairs, pairs.allSatisfy({ $0.count == 2 }) else {
      throw ProcessLineError("\(field) must be a list of [price, quantity], empty when nobody offers")
    }
    return pairs.map { OrderBook.Level(price: $0[0].value, quantity: $0[1].value) }
  }

  private func bar(_ line: ProcessLine, _ id: InstrumentID, arrival: Timestamp) throws(ProcessLineError) -> FeedEvent {
    guard let interval = line.interval.flatMap(BetaPolicy.BarInterval.init(rawValue:)) else {
      throw ProcessLineError("interval must be hour or day")
    }
    guard let close = line.closeTime?.value, close <= arrival + Self.allowedSkew else {
      throw ProcessLineError("close_time is missing or lies in the future")
    }
    return .bar(id, interval, Bar(close: close, price: try optional(line.price, "price")))
  }

  private func stamp(_ line: ProcessLine, at: Timestamp) throws(ProcessLineError) -> FundingStamp {
    let mark = try optional(line.mark, "mark")
    return FundingStamp(time: at, rate: try fraction(line.rate), markPrice: mark)
  }

  private func status(_ line: ProcessLine) throws(ProcessLineError) -> FeedSignal {
    switch line.state {
    case "connecting": return .connecting
    case "connected": return .connected
    case "failed": return .failed(message: printable(line.message ?? "the program says so"), retryAt: nil)
    case "ended": return .ended
    default: throw ProcessLineError("state must be connecting, connected, failed or ended")
    }
  }

  // MARK: Specifications

  private func instrument(_ line: ProcessLine, symbol: String) throws(ProcessLineError) -> Instrument {
    guard let convention = Instrument.Convention(rawValue: line.convention ?? "linear") else {
      throw ProcessLineError("convention must be linear or inverse")
    }
    let quote = try asset(line.quote, "quote")
    return Instrument(
      id: InstrumentID(venue: venue, symbol: symbol), kind: try kind(line), convention: convention,
      underlying: try asset(line.underlying, "underlying"), quote: quote,
      settlement: line.settlement == nil ? quote : try asset(line.settlement, "settlement"),
      multiplier: try positive(line.multiplier ?? .one, "multiplier"), tickSize: try positive(line.tick, "tick"),
      lotStep: try positive(line.lot, "lot"), minimumQuantity: max(0, line.minimumQuantity?.value ?? 0),
      minimumNotional: max(0, line.minimumNotional?.value ?? 0))
  }

  private func kind(_ line: ProcessLine) throws(ProcessLineError) -> Instrument.Kind {
    switch line.kind {
    case "spot": return .spot
    case "perpetual": return .perpetual(fundingInterval: try hours(line.intervalHours))
    case "dated":
      guard let expiry = line.expiry?.value else { throw ProcessLineError("a dated future needs an expiry") }
      return .dated(expiry: expiry)
    default: throw ProcessLineError("kind must be spot, perpetual or dated")
    }
  }

  // MARK: Fields

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= longestName && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  private func asset(_ text: String?, _ field: String) throws(ProcessLineError) -> Asset {
    guard let text, Self.isName(text) else { throw ProcessLineError("\(field) is missing or not a name") }
    return Asset(text)
  }

  private func positive(_ number: LooseNumber?, _ field: String) throws(ProcessLineError) -> Double {
    guard let value = number?.value, value > 0, value.isFinite else {
      throw ProcessLineError("\(field) must be a positive number")
    }
    return value
  }

  private func optional(_ number: LooseNumber?, _ field: String) throws(ProcessLineError) -> Double? {
    number == nil ? nil : try positive(number, field)
  }

  private func positive(_ number: LooseDecimal?, _ field: String) throws(ProcessLineError) -> Decimal {
    guard let value = number?.value, value > 0 else { throw ProcessLineError("\(field) must be a positive number") }
    return value
  }

  private func fraction(_ number: LooseNumber?) throws(ProcessLineError) -> Double {
    guard let value = number?.value, abs(value) < 1 else {
      throw ProcessLineError("rate must be a fraction, such as 0.0001 for 0.01 %")
    }
    return value
  }

  private func hours(_ number: LooseNumber?) throws(ProcessLineError) -> Duration {
    guard let value = number?.value, value > 0, value <= 8760 else {
      throw ProcessLineError("interval_hours must be a positive number of hours")
    }
    return .hours(value)
  }
}

extension LooseDecimal {
  /// The multiplier of a contract that states none.
  fileprivate static let one = LooseDecimal(1)
}
