/// What the specifications of a market are kept under: its name, and its host when that is not the usual one. Two hosts
/// of one venue, of two regions or of a test system, list different contracts.
enum SpecificationName {
  /// A word of small letters, digits and hyphens: `okx`, `okx-eea-okx-com`.
  ///
  /// - Parameters:
  ///   - venue: the market's name.
  ///   - restBase: scheme and host of its questions; nil for the usual one.
  static func name(of venue: String, at restBase: String?) -> String {
    guard let restBase, restBase != VenueDirectory.market(venue)?.profile.restBase else { return venue }
    let host = restBase.hasPrefix("https://") ? restBase.dropFirst(8) : restBase[...]
    return "\(venue)-" + host.utf8.map(written).joined()
  }

  /// Small letters and digits as they are, a point as a hyphen, anything else by its number, so that no two hosts are
  /// written alike.
  private static func written(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      String(decoding: CollectionOfOne(byte), as: UTF8.self)
    case UInt8(ascii: "."): "-"
    default: "--\(byte)-"
    }
  }
}
