import HedgeModel

/// One line of a program's output as it is written: every field it may have, by its JSON key.
struct ProcessLine: Decodable, Sendable {
  let type: String
  let instrument: String?
  let time: LooseInstant?
  let price: LooseNumber?
  let bid: LooseNumber?
  let ask: LooseNumber?
  let rate: LooseNumber?
  let intervalHours: LooseNumber?
  let next: LooseInstant?
  let interval: String?
  let closeTime: LooseInstant?
  let mark: LooseNumber?
  let state: String?
  let message: String?
  let kind: String?
  let convention: String?
  let underlying: String?
  let quote: String?
  let settlement: String?
  let multiplier: LooseDecimal?
  let tick: LooseDecimal?
  let lot: LooseDecimal?
  let minimumQuantity: LooseDecimal?
  let minimumNotional: LooseDecimal?
  let expiry: LooseInstant?
  let bids: [[LooseDecimal]]?
  let asks: [[LooseDecimal]]?

  enum CodingKeys: String, CodingKey {
    case type, instrument, time, price, bid, ask, rate, next, interval, mark, state, message, kind, convention
    case underlying, quote, settlement, multiplier, tick, lot, expiry, bids, asks
    case intervalHours = "interval_hours"
    case closeTime = "close_time"
    case minimumQuantity = "minimum_quantity"
    case minimumNotional = "minimum_notional"
  }
}
