/// A proxy made no tunnel.
struct ProxyRefusal: Error, CustomStringConvertible {
  /// Why, in words.
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
