extension String {
  /// The text as it may be shown: without controls (C0, C1, escape), formatting and bidirectional marks,
  /// joiners and variation selectors; line breaks, tabs and odd spaces as plain spaces; marks only on a letter.
  ///
  /// What remains can be written to any terminal without moving its cursor or changing its state, and takes
  /// exactly ``TextWidth`` columns. Applying it twice changes nothing.
  public var sanitised: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    var result = String.UnicodeScalarView()
    var hasBase = false
    for scalar in unicodeScalars {
      switch ScalarWidth(scalar) {
      case .stripped: continue
      case .mark: if hasBase { result.append(scalar) }
      case .blank:
        result.append(" ")
        hasBase = true
      case .narrow, .wide:
        result.append(scalar)
        hasBase = true
      }
    }
    return String(result)
  }

  /// The sanitised text in at most `limit` columns; text that is cut ends in `ellipsis`, itself cut where even
  /// that does not fit. Never half of a wide letter: the result may be a column short.
  public func truncated(toColumns limit: Int, ellipsis: String = "…") -> String {
    let clean = sanitised
    guard limit > 0 else { return "" }
    guard TextWidth.columns(of: clean) > limit else { return clean }
    let tail = ellipsis.sanitised.prefix(fitting: limit)
    return clean.prefix(fitting: limit - TextWidth.columns(of: tail)) + tail
  }

  /// The sanitised text with spaces added up to `width` columns. Longer text is left as it is: truncate first
  /// where it must fit.
  public func padded(toColumns width: Int, alignment: TextAlignment = .left) -> String {
    let clean = sanitised
    let missing = width.saturatingSubtract(TextWidth.columns(of: clean))
    guard missing > 0 else { return clean }
    func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
    switch alignment {
    case .left: return clean + spaces(missing)
    case .right: return spaces(missing) + clean
    case .centre: return spaces(missing / 2) + clean + spaces(missing - missing / 2)
    }
  }

  /// The text in exactly `width` columns: truncated, then padded.
  public func fitted(
    toColumns width: Int, alignment: TextAlignment = .left, ellipsis: String = "…"
  ) -> String {
    truncated(toColumns: width, ellipsis: ellipsis).padded(toColumns: width, alignment: alignment)
  }

  /// As many leading glyphs of sanitised text as fit in `limit` columns.
  private func prefix(fitting limit: Int) -> String { String(self[..<self[...].end(fitting: limit)]) }
}

extension Substring {
  /// Where the leading glyphs of sanitised text end that fit in `limit` columns.
  func end(fitting limit: Int) -> Index {
    var columns = 0
    var end = startIndex
    for index in unicodeScalars.indices {
      switch ScalarWidth(unicodeScalars[index]) {
      case .stripped, .mark: break
      case .blank, .narrow: columns += 1
      case .wide: columns += 2
      }
      if columns > limit { break }
      end = unicodeScalars.index(after: index)
    }
    return end
  }
}

/// Where text stands in a field wider than itself.
public enum TextAlignment: Hashable, Sendable {
  /// At the left edge: names.
  case left
  /// At the right edge: numbers.
  case right
  /// In the middle, the odd space on the right: titles.
  case centre
}
