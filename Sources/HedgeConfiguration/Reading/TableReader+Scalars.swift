import FoundationEssentials
import HedgeModel

extension TableReader {
  /// A line of text without control characters: not empty, at most 200 characters.
  func text(_ key: String, expected: String = "a text") -> String? {
    guard let node = node(key) else { return nil }
    return text(of: node, at: place(key), expected: expected)
  }

  /// The text of a node that may stand anywhere.
  func text(of node: SourceNode, at place: Place, expected: String) -> String? {
    guard case .text(let text) = node.content else {
      let quoted = if case .number(let raw) = node.content { "; write it in quotes: \"\(raw)\"" } else { "" }
      issues.error(place, "found \(node.found), expected \(expected)\(quoted)")
      return nil
    }
    if text.unicodeScalars.contains(where: PrintableText.isForbidden) {
      issues.error(place, "found \(node.found), expected \(expected) without control characters")
    } else if text.allSatisfy(\.isWhitespace) {
      issues.error(place, "found an empty text, expected \(expected)")
    } else if text.count > 200 {
      issues.error(place, "found a text of \(text.count) characters, expected \(expected) of at most 200")
    } else {
      return text
    }
    return nil
  }

  /// true or false.
  func flag(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    if case .flag(let flag) = node.content { return flag }
    unexpected(node, key, expected: "true or false")
    return nil
  }

  /// An exact number, written as a number or in quotes.
  func decimal(_ key: String, _ bounds: Bounds = .any, of meaning: String = "") -> Decimal? {
    guard let node = node(key) else { return nil }
    return decimal(of: node, at: place(key), bounds, of: meaning)
  }

  /// The exact number of a node that may stand anywhere.
  func decimal(of node: SourceNode, at place: Place, _ bounds: Bounds, of meaning: String = "") -> Decimal? {
    let expected = bounds.words + (meaning.isEmpty ? "" : ": \(meaning)")
    let written: String
    switch node.content {
    case .number(let raw), .text(let raw): written = raw
    default:
      issues.error(place, "found \(node.found), expected \(expected)")
      return nil
    }
    do throws(ExactNumber.Refusal) {
      let value = try ExactNumber.read(written)
      if bounds.contains(value) { return value }
      let isTooLarge = abs(value) > Bounds.largest
      issues.error(place, "found \(node.found)\(isTooLarge ? ", which is too large" : ""), expected \(expected)")
    } catch {
      let reason =
        switch error {
        case .notANumber: "expected \(expected)"
        case .notFinite: "which is no finite number; expected \(expected)"
        case .tooManyDigits: "which is larger or finer than can be kept exactly; expected \(expected)"
        }
      issues.error(place, "found \(node.found), \(reason)")
    }
    return nil
  }

  /// A number for estimates.
  func number(_ key: String, _ bounds: Bounds = .any, of meaning: String = "") -> Double? {
    decimal(key, bounds, of: meaning)?.inexact
  }

  /// Two numbers of 0 or more, the lower one first: `[0.4, 0.7]`.
  func range(_ key: String, _ meaning: String) -> ClosedRange<Double>? {
    guard let node = node(key) else { return nil }
    let expected = "two numbers, the lower first: [0.4, 0.7], \(meaning)"
    guard case .list(let list) = node.content, list.nodes.count == 2 else {
      unexpected(node, key, expected: expected)
      return nil
    }
    let bounds = list.nodes.enumerated().compactMap { index, node in
      let place = Place(path: place.path / key / index, location: node.location)
      return decimal(of: node, at: place, .from(0, to: 100), of: meaning)?.inexact
    }
    guard bounds.count == 2 else { return nil }
    guard bounds[0] <= bounds[1] else {
      issues.error(place(key), "found \(bounds[0]) before \(bounds[1]), expected \(expected)")
      return nil
    }
    return bounds[0]...bounds[1]
  }

  /// A whole number.
  func integer(_ key: String, _ range: ClosedRange<Int>, of meaning: String) -> Int? {
    let words = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    let bounds = Bounds(words: words) { value in
      value >= Decimal(range.lowerBound) && value <= Decimal(range.upperBound) && Int(value.description) != nil
    }
    return decimal(key, bounds, of: meaning).flatMap { Int($0.description) }
  }

  /// One of the names of a kind.
  func choice<Choice>(_ key: String, of type: Choice.Type = Choice.self) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let node = node(key) else { return nil }
    let names = Choice.allCases.map(\.rawValue)
    if case .text(let text) = node.content {
      if let choice = Choice(rawValue: text) { return choice }
      let suggestion = Spelling.suggestion(for: text, among: names).map { "\"\($0)\"" }
      unexpected(node, key, expected: Self.oneOf(names), suggestion: suggestion)
    } else {
      unexpected(node, key, expected: Self.oneOf(names))
    }
    return nil
  }

  /// `"a", "b" or "c"`.
  static func oneOf(_ names: [String]) -> String {
    let quoted = names.map { "\"\($0)\"" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }

  /// An instant: a TOML date or date-time, or the same in quotes; UTC where no offset is written.
  func instant(_ key: String) -> Timestamp? {
    guard let node = node(key) else { return nil }
    if case .instant(let raw) = node.content, let instant = InstantText.read(raw) { return instant }
    if case .text(let text) = node.content, let instant = InstantText.read(text) { return instant }
    unexpected(node, key, expected: "a date or an instant in UTC: 2021-05-19 or 2021-05-19T12:00:00Z")
    return nil
  }
}
