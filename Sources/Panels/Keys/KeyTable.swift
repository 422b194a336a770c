import TerminalCells

/// The one table of keys: dispatch, footer, help and command line all read it, so they cannot disagree.
public struct KeyTable: Sendable {
  /// The bindings in the order of the help.
  public let bindings: [KeyBinding]
  private let index: [KeyContext: [KeyPress: Int]]

  /// A table. Of two bindings of one key in one context the first holds; see ``clashes``.
  public init(_ bindings: [KeyBinding]) {
    self.bindings = bindings
    var index: [KeyContext: [KeyPress: Int]] = [:]
    for (position, binding) in bindings.enumerated() {
      for context in binding.contexts {
        for key in binding.keys where index[context]?[key] == nil {
          index[context, default: [:]][key] = position
        }
      }
    }
    self.index = index
  }

  /// The keys of hedgetop while there is one portfolio.
  public static let standard = KeyTable(
    decisionBindings + panelBindings + focusBindings + numberBindings + viewBindings + dialogBindings)

  /// The keys of hedgetop while there are several portfolios.
  public static let several = KeyTable(
    decisionBindings + panelBindings + portfolioBindings + numberBindings + viewBindings + dialogBindings)

  /// The places there are: without several portfolios there is no overview of them.
  public var contexts: [KeyContext] {
    KeyContext.allCases.filter { $0 != .portfolios || bindings.contains { $0.command == .portfolios } }
  }

  /// The binding of a key in a context; nil when it means nothing there.
  public func binding(for key: KeyPress, in context: KeyContext) -> KeyBinding? {
    index[context]?[key].map { bindings[$0] }
  }

  /// What the footer offers in a context, the most useful first.
  public func footer(in context: KeyContext) -> [KeyBinding] {
    bindings.filter { $0.contexts.contains(context) && $0.footerRank != nil }
      .sorted { ($0.footerRank ?? 0) < ($1.footerRank ?? 0) }
  }

  /// The bindings of a context, in the order of the help.
  public func bindings(in context: KeyContext) -> [KeyBinding] {
    bindings.filter { $0.contexts.contains(context) }
  }

  /// Keys that two bindings claim in one context; empty in a sound table.
  public var clashes: [String] {
    KeyContext.allCases.flatMap { context in
      let keys = bindings(in: context).flatMap(\.keys)
      return Dictionary(grouping: keys) { $0 }.filter { $0.value.count > 1 }.keys.map { "\(context.rawValue): \($0)" }
    }
  }
}
