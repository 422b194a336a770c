import TerminalCells

extension ScreenLayout {
  /// For 200×60: room to spare.
  static func wide(_ rows: Row...) -> ScreenLayout {
    ScreenLayout(minimum: Size(columns: 160, rows: 50), arrangement: .panes(rows))
  }

  /// For 120×40.
  static func normal(_ rows: Row...) -> ScreenLayout {
    ScreenLayout(minimum: Size(columns: 110, rows: 34), arrangement: .panes(rows))
  }

  /// For 80×24.
  static func compact(_ rows: Row...) -> ScreenLayout {
    ScreenLayout(minimum: Size(columns: 80, rows: 24), arrangement: .panes(rows))
  }

  /// For 60×44: panels one below the other.
  static func tall(_ rows: Row...) -> ScreenLayout {
    ScreenLayout(minimum: Size(columns: 60, rows: 44), arrangement: .panes(rows))
  }

  /// For 60×18: one panel at a time.
  static let tabbed = ScreenLayout(minimum: smallest, arrangement: .tabs)

  /// The layout without the panels that do not exist; a row left without a panel goes too, but for that of the log.
  func restricted(to exists: (PanelID) -> Bool) -> ScreenLayout {
    let kept = rows.compactMap { row -> Row? in
      let panes = row.panes.filter { if case .panel(let id) = $0.content { exists(id) } else { true } }
      return panes.isEmpty ? nil : Row(height: row.height, panes: panes)
    }
    return arrangement == .tabs ? self : ScreenLayout(minimum: minimum, arrangement: .panes(kept))
  }

  /// Its rows of panes; none for tabs.
  var rows: [Row] { if case .panes(let rows) = arrangement { rows } else { [] } }
}
