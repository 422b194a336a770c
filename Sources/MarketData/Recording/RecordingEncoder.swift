import FoundationEssentials
import HedgeModel

/// Writes the lines of a recording; the format is told by ``RecordingEntry``. The same values give the same bytes.
public enum RecordingEncoder {
  static let format = "hedgetop recording"
  static let version: Int64 = 1

  /// The first line, with its line feed.
  public static func line(_ header: RecordingHeader) -> [UInt8] {
    line { text in
      text.field(.format, format)
      text.field(.version, version)
      text.field(.program, header.program)
      text.field(.start, header.start)
      text.key(.spot)
      text.object { text in
        text.field(.venue, header.spotVenue)
        if let quote = header.spotQuote { text.field(.quote, quote.symbol) }
      }
      text.field(.feeds, header.feeds) { $0.write($1) }
      text.field(.instruments, header.instruments) { $0.write($1) }
      text.field(.tiers, header.tiers.sorted { $0.key < $1.key }) { $0.write($1.value, of: $1.key) }
    }
  }

  /// The line of an entry, with its line feed.
  public static func line(_ entry: RecordingEntry) -> [UInt8] {
    line { text in
      text.field(.time, entry.at)
      text.field(.feed, entry.feed)
      text.write(entry.content)
    }
  }

  /// The line of a stream's message as it came, with its line feed: `{"t":…,"feed":…,"url":…,"text":…}`. Bytes that are
  /// no text become U+FFFD.
  public static func rawLine(_ message: [UInt8], of feed: String, from url: String, at instant: Timestamp) -> [UInt8] {
    line { text in
      text.field(.time, instant)
      text.field(.feed, feed)
      text.field(.url, url)
      text.field(.text, String(decoding: message, as: UTF8.self))
    }
  }

  private static func line(_ body: (inout RecordingText) -> Void) -> [UInt8] {
    var text = RecordingText()
    text.object(body)
    return text.bytes + [UInt8(ascii: "\n")]
  }
}

extension RecordingText {
  fileprivate mutating func write(_ feed: FeedIdentity) {
    object { text in
      text.field(.name, feed.name)
      text.field(.label, feed.label)
      text.field(.staleAfter, feed.staleAfter)
      text.field(.live, feed.isLive)
      text.field(.depth, feed.givesDepth)
    }
  }

  fileprivate mutating func write(_ instrument: Instrument) {
    object { text in
      text.field(.name, instrument.id)
      switch instrument.kind {
      case .spot: text.field(.kind, "spot")
      case .perpetual(let interval):
        text.field(.kind, "perpetual")
        text.field(.intervalMilliseconds, interval)
      case .dated(let expiry):
        text.field(.kind, "dated")
        text.field(.expiry, expiry)
      }
      text.field(.convention, instrument.convention.rawValue)
      text.field(.underlying, instrument.underlying.symbol)
      text.field(.quote, instrument.quote.symbol)
      text.field(.settlement, instrument.settlement.symbol)
      text.field(.multiplier, instrument.multiplier)
      text.field(.tick, instrument.tickSize)
      text.field(.lot, instrument.lotStep)
      text.field(.minimumQuantity, instrument.minimumQuantity)
      text.field(.minimumNotional, instrument.minimumNotional)
    }
  }

  fileprivate mutating func write(_ tiers: MarginTiers, of instrument: InstrumentID) {
    object { text in
      text.field(.instrument, instrument)
      text.field(.rule, tiers.rule.rawValue)
      text.field(.growth, tiers.growthPerCoin)
      text.field(.source, tiers.source)
      text.field(.brackets, tiers.tiers) { text, tier in
        text.list { text in
          text.text(tier.floor.description)
          text.text(tier.maintenanceRate.description)
          if let leverage = tier.maximumLeverage { text.text(leverage.description) } else { text.null() }
        }
      }
    }
  }

  fileprivate mutating func write(_ content: RecordingEntry.Content) {
    switch content {
    case .events(let events): field(.events, events) { $0.write($1) }
    case .bars(let request, let bars):
      write(request)
      field(.closes, bars) { text, bar in
        text.list { $0.row(bar.close, [bar.price]) }
      }
    case .noBars(let request, let reason):
      write(request)
      write(reason)
    case .payments(let instrument, let since, let stamps):
      field(.stamps, instrument)
      field(.since, since)
      field(.payments, stamps) { text, stamp in
        text.list { $0.row(stamp.time, [stamp.rate, stamp.markPrice]) }
      }
    case .noPayments(let instrument, let since, let reason):
      field(.stamps, instrument)
      field(.since, since)
      write(reason)
    }
  }

  private mutating func row(_ instant: Timestamp, _ numbers: [Double?]) {
    integer(instant.milliseconds)
    for value in numbers {
      if let value { number(value) } else { null() }
    }
  }

  private mutating func write(_ request: HistoryRequest) {
    field(.bars, request.instrument)
    field(.interval, request.interval.rawValue)
    field(.count, Int64(request.count))
    field(.end, request.end)
  }

  private mutating func write(_ reason: FeedError) {
    key(.missing)
    object { text in
      text.field(.place, reason.place)
      text.field(.message, reason.message)
    }
  }
}
