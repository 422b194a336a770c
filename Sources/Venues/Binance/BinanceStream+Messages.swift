import HedgeModel
import MarketData

extension BinanceStream {
  mutating func receive(
    _ message: [UInt8], at now: Timestamp, into output: inout StreamOutput
  ) throws(DecodingFault) {
    let root = try JSONText(message).root
    // Behind the name of its stream, as this connection asks for; alone it means the same.
    let data = root["data"] ?? root
    if data.isArray {
      for event in data.elements { try take(event, at: now, into: &output) }
    } else {
      try take(data, at: now, into: &output)
    }
  }

  private mutating func take(
    _ event: JSONValue, at now: Timestamp, into output: inout StreamOutput
  ) throws(DecodingFault) {
    guard let symbol = event["s"] else { return control(event, into: &output) }
    guard let place = places[symbol.string] else { return }
    if let type = try event.integer("st"), type != symbolType { return }
    let kind = event["e"]
    if kind?.equals("markPriceUpdate") == true {
      try takeMark(event, of: place, into: &output)
    } else if kind == nil || kind?.equals("bookTicker") == true {
      try takeBook(event, of: place, at: now, into: &output)
    }
  }

  /// The spot market tells no time with its quotes, and no kind of event either.
  private mutating func takeBook(
    _ event: JSONValue, of place: Int, at now: Timestamp, into output: inout StreamOutput
  ) throws(DecodingFault) {
    let change = try event.needInteger("u")
    let bid = try event.needDouble("b")
    let ask = try event.needDouble("a")
    let time = try event.milliseconds("E") ?? now
    if let channel = memories[place].bookChannel { output.heard.append(channel) }
    guard change > memories[place].bookChange else { return }
    memories[place].bookChange = change
    guard let quote = Quote(price: (bid + ask) / 2, bid: bid, ask: ask) else { return }
    output.add(.quote(quote), of: memories[place].instrument.id, at: time)
  }

  private mutating func takeMark(
    _ event: JSONValue, of place: Int, into output: inout StreamOutput
  ) throws(DecodingFault) {
    let time = try event.needInteger("E")
    let mark = try event.needDouble("p")
    let index = try event.double("i")
    let rate = try event.double("r")
    let next = try event.integer("T") ?? 0
    if let channel = memories[place].markChannel { output.heard.append(channel) }
    guard time > memories[place].markTime else { return }
    memories[place].markTime = time
    let instrument = memories[place].instrument.id
    let instant = Timestamp(milliseconds: time)
    if mark > 0 { output.add(.mark(mark), of: instrument, at: instant) }
    if let index, index > 0 { output.add(.index(index), of: instrument, at: instant) }
    if let rate, let funding = funding(rate, next: next, of: place) {
      output.add(.funding(funding), of: instrument, at: instant)
    }
  }

  /// Nil for dated futures, whose next funding is at 0. When the next funding moves on by less than the interval that
  /// is known, that is the interval. By more it says nothing: after a silence fundings were missed.
  private mutating func funding(_ rate: Double, next: Int64, of place: Int) -> FundingRate? {
    guard next > 0, let interval = memories[place].fundingInterval else { return nil }
    let known = memories[place].nextFunding
    memories[place].nextFunding = next
    let seen = known > 0 && next > known ? Duration.milliseconds(next - known) : interval
    memories[place].fundingInterval = min(seen, interval)
    return FundingRate(rate: rate, interval: min(seen, interval), nextStamp: Timestamp(milliseconds: next))
  }

  /// The interval the venue told when it was asked counts from then on: the stream itself tells none.
  mutating func learn(fundingInterval: Duration, of instrument: InstrumentID) {
    guard let place = places[instrument.symbol], memories[place].instrument.id == instrument,
      memories[place].fundingInterval != nil
    else { return }
    memories[place].fundingInterval = fundingInterval
  }

  /// Answers to subscriptions, errors, and the notice that the server is about to close.
  private func control(_ event: JSONValue, into output: inout StreamOutput) {
    if event["e"]?.equals("serverShutdown") == true {
      output.reconnectReason = "the venue is about to close the connection"
    }
    let error = event["error"] ?? event
    guard let words = error.string("msg") else { return }
    let code = error.string("code").map { " (\($0))" } ?? ""
    output.complaints.append(String(words.prefix(200)) + code)
  }
}
