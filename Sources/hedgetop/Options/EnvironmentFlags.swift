/// The `HEDGETOP_*` variables, which mirror the flags.
struct EnvironmentFlags {
  private let environment: [String: String]

  init(_ environment: [String: String]) {
    self.environment = environment
  }

  /// The text of `HEDGETOP_name`; nil when unset or empty.
  func text(_ name: String) -> String? {
    environment["HEDGETOP_\(name)"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// True when `HEDGETOP_name` is set to anything but empty, `0`, `false` or `no`.
  func flag(_ name: String) -> Bool {
    text(name).map { !["0", "false", "no"].contains($0.lowercased()) } ?? false
  }

  /// The number in `HEDGETOP_name`; nil when unset or not a whole number of the range.
  func number(_ name: String, in range: ClosedRange<Int>) -> Int? {
    text(name).flatMap(Int.init).flatMap { range.contains($0) ? $0 : nil }
  }
}
