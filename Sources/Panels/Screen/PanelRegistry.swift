import HedgeStore
import TerminalCells

/// The panels a screen is made of, by their identity: the real ones, or a test's own.
public struct PanelRegistry: Sendable {
  /// What a row of a panel stands for; nil where it stands for nothing that has details.
  typealias Subject = @Sendable (HedgeSnapshot, PanelContext) -> DetailSubject?

  private let types: [PanelID: any Panel.Type]
  private let subjects: [PanelID: Subject]

  /// A registry of these panels.
  public init(_ types: [any Panel.Type]) {
    self.init(types, subjects: [:])
  }

  init(_ types: [any Panel.Type], subjects: [PanelID: Subject]) {
    self.types = Dictionary(types.map { ($0.id, $0) }) { first, _ in first }
    self.subjects = subjects
  }

  /// The panel of that identity.
  subscript(id: PanelID) -> (any Panel.Type)? { types[id] }

  /// What the selected row stands for.
  func subject(of id: PanelID, _ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    subjects[id]?(snapshot, context) ?? .strategy(panel: id)
  }
}
