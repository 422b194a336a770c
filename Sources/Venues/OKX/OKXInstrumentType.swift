import HedgeModel

/// What OKX lists apart: most questions are about one of them.
enum OKXInstrumentType: String, Hashable, Sendable, CaseIterable {
  case spot = "SPOT"
  case swap = "SWAP"
  case futures = "FUTURES"

  /// The list an instrument is in; its symbols end in `-SWAP` in one and in a date in the other.
  init(of instrument: Instrument) {
    self = instrument.kind == .spot ? .spot : instrument.id.symbol.hasSuffix("-SWAP") ? .swap : .futures
  }
}
