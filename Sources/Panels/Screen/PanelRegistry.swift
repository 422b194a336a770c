import HedgeStore
import TerminalCells

/// The panels a screen is made of, by their identity: the real ones, or a test's own.
public struct PanelRegistry: Sendable {
  private let types: [PanelID: any Panel.Type]

  /// A registry of these panels.
  public init(_ types: [any Panel.Type]) {
    self.types = Dictionary(types.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The panel of that identity.
  subscript(id: PanelID) -> (any Panel.Type)? { types[id] }
}
