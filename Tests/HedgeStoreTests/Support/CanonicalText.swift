/// Text of a value with everything in it, in an order of its own for what has none: equal values give equal text.
enum CanonicalText {
  static func of(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case nil: return String(reflecting: value)
    case .optional: return mirror.children.first.map { of($0.value) } ?? "nil"
    case .dictionary, .set: return "[\(mirror.children.map { of($0.value) }.sorted().joined(separator: ", "))]"
    default:
      guard !mirror.children.isEmpty else { return String(reflecting: value) }
      let parts = mirror.children.map { "\($0.label ?? ""): \(of($0.value))" }
      return "\(name(of: value, mirror))(\(parts.joined(separator: ", ")))"
    }
  }

  private static func name(of value: Any, _ mirror: Mirror) -> String {
    String(describing: mirror.subjectType)
  }
}
