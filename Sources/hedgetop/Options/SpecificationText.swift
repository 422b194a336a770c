import ArgumentParser
import FoundationEssentials
import HedgeModel

/// Reads what options such as `--spot ETH:40@3500:beta=1.2` state, and says what is wrong with it.
struct SpecificationText {
  /// The parts between colons that are not `name=value`.
  let plain: [String]
  /// The parts `name=value`.
  let named: [String: String]

  /// Splits a text at its colons.
  ///
  /// - Parameter names: the names that are known.
  /// - Throws: `ValidationError` for a name that is not known or stated twice.
  init(_ text: String, names: [String]) throws {
    var plain: [String] = []
    var named: [String: String] = [:]
    for part in text.split(separator: ":", omittingEmptySubsequences: false).map(String.init) {
      guard let sign = part.firstIndex(of: "=") else {
        plain.append(part)
        continue
      }
      let name = String(part[..<sign])
      guard names.contains(name) else {
        throw ValidationError("found “\(name)=”, expected \(names.map { "\($0)=" }.joined(separator: " or "))")
      }
      guard named.updateValue(String(part[part.index(after: sign)...]), forKey: name) == nil else {
        throw ValidationError("\(name) is stated twice")
      }
    }
    self.plain = plain
    self.named = named
  }

  /// A number among the named parts; nil when it is not stated.
  func number(_ name: String) throws -> Decimal? {
    try named[name].map { try Self.number($0, name) }
  }

  /// An exact number.
  ///
  /// - Throws: `ValidationError` naming what it is the number of.
  static func number(_ text: String, _ name: String) throws -> Decimal {
    guard let value = Decimal(exactly: text) else {
      throw ValidationError("found “\(text)” as \(name), expected a number such as 2.5")
    }
    return value
  }

  /// An exact number above zero.
  static func positive(_ text: String, _ name: String) throws -> Decimal {
    let value = try number(text, name)
    guard value > 0 else { throw ValidationError("found \(text) as \(name), expected a number above 0") }
    return value
  }

  /// An asset's name.
  static func asset(_ text: String) throws -> Asset {
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      throw ValidationError("found “\(text)” as an asset, expected a name such as BTC")
    }
    return Asset(text)
  }

  /// `BTC:0.5,ETH:0.5` as assets with numbers, in the order written.
  ///
  /// - Throws: `ValidationError` for an asset stated twice and for what is no number.
  static func numbers(_ text: String, _ name: String) throws -> [(asset: Asset, value: Decimal)] {
    var result: [(asset: Asset, value: Decimal)] = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = item.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else {
        throw ValidationError("found “\(item)”, expected an asset and its \(name) such as ETH:0.5")
      }
      let asset = try asset(parts[0])
      guard !result.contains(where: { $0.asset == asset }) else { throw ValidationError("\(asset) is stated twice") }
      result.append((asset, try number(parts[1], name)))
    }
    return result
  }
}
