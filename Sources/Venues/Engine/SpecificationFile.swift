import FoundationEssentials
import HedgeModel

/// Specifications with the date they were read on, as they are kept: JSON, amounts as texts so that they stay exact.
struct SpecificationFile: Hashable, Sendable {
  private static let version: Int64 = 1

  /// When the venue was asked.
  let readAt: Timestamp
  /// What it said.
  let instruments: [Instrument]

  init(readAt: Timestamp, instruments: [Instrument]) {
    self.readAt = readAt
    self.instruments = instruments
  }

  /// Reads a kept file; nil when it is damaged, or of another version: the venue is asked then.
  init?(_ bytes: [UInt8], venue: String) {
    do {
      let root = try JSONText(bytes).root
      guard try root.needInteger("version") == Self.version, root.string("venue") == venue,
        let readAt = try root.milliseconds("readAt"), let list = root["instruments"], list.isArray
      else { return nil }
      self.readAt = readAt
      instruments = try list.elements.map { try Self.instrument($0, venue: venue) }
    } catch {
      return nil
    }
  }

  /// The file's bytes.
  func bytes(venue: String) -> [UInt8] {
    let lines = instruments.map(Self.line).joined(separator: ",\n")
    let head = "\"version\":\(Self.version),\"venue\":\(Self.quoted(venue)),\"readAt\":\(readAt.milliseconds)"
    return Array("{\(head),\"instruments\":[\n\(lines)\n]}\n".utf8)
  }

  private static func instrument(_ value: JSONValue, venue: String) throws(DecodingFault) -> Instrument {
    let kind: Instrument.Kind
    if let interval = try value.integer("funding") {
      kind = .perpetual(fundingInterval: .milliseconds(interval))
    } else if let expiry = try value.milliseconds("expiry") {
      kind = .dated(expiry: expiry)
    } else {
      kind = .spot
    }
    let convention = try value.needString("convention")
    guard let convention = Instrument.Convention(rawValue: convention) else {
      throw DecodingFault("convention", found: convention, expected: "linear or inverse")
    }
    return Instrument(
      id: InstrumentID(venue: venue, symbol: try value.needString("symbol")), kind: kind, convention: convention,
      underlying: Asset(try value.needString("underlying")), quote: Asset(try value.needString("quote")),
      settlement: Asset(try value.needString("settlement")), multiplier: try value.needDecimal("multiplier"),
      tickSize: try value.needDecimal("tick"), lotStep: try value.needDecimal("lot"),
      minimumQuantity: try value.needDecimal("minimumQuantity"),
      minimumNotional: try value.needDecimal("minimumNotional"))
  }

  private static func line(_ instrument: Instrument) -> String {
    var fields = [("symbol", quoted(instrument.id.symbol))]
    switch instrument.kind {
    case .spot: break
    case .perpetual(let interval): fields.append(("funding", "\(interval.wholeMilliseconds)"))
    case .dated(let expiry): fields.append(("expiry", "\(expiry.milliseconds)"))
    }
    fields += [
      ("convention", quoted(instrument.convention.rawValue)), ("underlying", quoted(instrument.underlying.symbol)),
      ("quote", quoted(instrument.quote.symbol)), ("settlement", quoted(instrument.settlement.symbol)),
      ("multiplier", quoted(instrument.multiplier.description)), ("tick", quoted(instrument.tickSize.description)),
      ("lot", quoted(instrument.lotStep.description)),
      ("minimumQuantity", quoted(instrument.minimumQuantity.description)),
      ("minimumNotional", quoted(instrument.minimumNotional.description)),
    ]
    return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
  }

  /// A JSON text; what cannot stand in one as it is, is escaped.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
