/// The fields of a recording's lines.
enum RecordingKey: String {
  case format, version, program, start, spot, feeds, instruments, tiers
  case name, label, live, depth
  case staleAfter = "stale_after_ms"
  case venue, quote
  case kind, convention, underlying, settlement, multiplier, tick, lot, expiry
  case minimumQuantity = "minimum_quantity"
  case minimumNotional = "minimum_notional"
  case instrument, rule, growth, source, brackets
  case time = "t"
  case feed, events
  case mark, index, funding, book, bar, stamp, signal
  case at, price, bid, ask, rate, interval, next, bids, asks, close, message, retry
  case intervalMilliseconds = "interval_ms"
  case markPrice = "mark_price"
  case bars, count, end, closes, stamps, since, payments, missing, place
  case url, text
}
