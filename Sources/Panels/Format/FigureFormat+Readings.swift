import FoundationEssentials
import HedgeModel
import TerminalCells

extension FigureFormat {
  /// A reading as words: the value as `write` puts it, drawn as stale when an input was too old; the unknown sign
  /// when there is none.
  ///
  /// - Parameter role: what a fresh value means, decided from the value.
  func phrase<Value>(
    _ reading: Reading<Value>, role: (Value) -> ThemeRole, _ write: (Value) -> String
  ) -> Phrase {
    guard let value = reading.value else { return Phrase(glyphs.unknown, .unknown) }
    let text = write(value)
    if text == glyphs.unknown { return Phrase(text, .unknown) }
    return Phrase(text, reading.isStale ? .stale : role(value))
  }

  /// A reading as words in one role; see ``phrase(_:role:_:)``.
  func phrase<Value>(
    _ reading: Reading<Value>, _ role: ThemeRole = .text, _ write: (Value) -> String
  ) -> Phrase {
    phrase(reading, role: { _ in role }, write)
  }

  /// A reading within a sentence: stale values carry their age, `65,012.5 · 35s`.
  func agedPhrase<Value>(
    _ reading: Reading<Value>, role: (Value) -> ThemeRole, _ write: (Value) -> String
  ) -> Phrase {
    var phrase = phrase(reading, role: role, write)
    if let age = staleAge(reading.provenance) {
      phrase.text += "\(separator)\(shortDuration(age))"
    }
    return phrase
  }

  /// A reading within a sentence in one role; see ``agedPhrase(_:role:_:)``.
  func agedPhrase<Value>(
    _ reading: Reading<Value>, _ role: ThemeRole = .text, _ write: (Value) -> String
  ) -> Phrase {
    agedPhrase(reading, role: { _ in role }, write)
  }

  /// How old a stale figure is; nil for a fresh or a stated one.
  func staleAge(_ provenance: Provenance?) -> Duration? {
    guard let provenance, provenance.isStale else { return nil }
    return provenance.age(at: now)
  }

  /// The greatest age among stale figures, as an age column shows it; empty when all are fresh.
  func agePhrase(_ provenances: [Provenance?]) -> Phrase {
    let age = provenances.compactMap { staleAge($0) }.max()
    return age.map { Phrase(shortDuration($0), .stale) } ?? Phrase("")
  }

  /// The role of a gain or a loss; plain for nothing.
  static func profitRole(_ value: Double) -> ThemeRole {
    value > 0 ? .gain : value < 0 ? .loss : .text
  }

  /// `receive` or `pay`, from cash received positive: what funding does to the holder, in a word.
  static func fundingWord(_ received: Double) -> String {
    received > 0 ? "receive" : received < 0 ? "pay" : "nothing"
  }
}
