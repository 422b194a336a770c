extension Array {
  /// The element at an index; nil for none and for an index beyond the ends.
  func element(_ index: Int?) -> Element? {
    index.flatMap { indices.contains($0) ? self[$0] : nil }
  }
}
