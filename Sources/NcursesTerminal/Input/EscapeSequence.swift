/// An escape sequence taken apart: `ESC [ < 0;12;5 M` has the marker `<`, three parameters and the final `M`.
struct EscapeSequence: Hashable, Sendable {
  /// The letter that ends it.
  var final: Character
  /// The private marker before the parameters, if any.
  var marker: Character?
  /// The numbers; an empty one counts as 0.
  var parameters: [Int]

  /// Takes apart what follows the escape, the introducer (`[` or `O`) first.
  init(_ scalars: [UInt32]) {
    let text = scalars.dropFirst().compactMap(Unicode.Scalar.init).map(Character.init)
    final = text.last ?? " "
    var body = text.dropLast()
    if let first = body.first, "<=>?".contains(first) {
      marker = first
      body = body.dropFirst()
    }
    parameters = String(body).split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
  }
}
