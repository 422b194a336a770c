/// A control sequence (`ESC [ … letter`) taken apart.
struct ControlSequence: Hashable, Sendable {
  /// The parameters and marks between the introducer and the letter.
  let body: String
  /// The letter that says what to do.
  let final: Character

  /// The mark of private sequences (`?`, `>`, `!`), if any.
  var marker: Character? { body.first.flatMap { "<=>?!".contains($0) ? $0 : nil } }

  /// The numbers, empty ones as `nil`; parts after a colon belong to the number before it.
  var parameters: [Int?] {
    let digits = marker == nil ? Substring(body) : body.dropFirst()
    return digits.split(whereSeparator: { $0 == ";" || $0 == ":" }, omittingEmpty: false).map { Int($0) }
  }

  /// The number at a place, `1` where there is none or it is zero: how often, how far, which row.
  func count(_ index: Int = 0) -> Int {
    let parameters = parameters
    guard index < parameters.count, let value = parameters[index], value > 0 else { return 1 }
    return value
  }

  /// The number at a place, `0` where there is none.
  func value(_ index: Int = 0) -> Int {
    let parameters = parameters
    return index < parameters.count ? parameters[index] ?? 0 : 0
  }
}

extension Substring {
  fileprivate func split(whereSeparator isSeparator: (Character) -> Bool, omittingEmpty: Bool) -> [Substring] {
    split(maxSplits: .max, omittingEmptySubsequences: omittingEmpty, whereSeparator: isSeparator)
  }
}
