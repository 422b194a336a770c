import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// Everything known of one thing, figure by figure.
struct DetailsView {
  let context: DrawingContext
  let subject: DetailSubject
  let panels: PanelRegistry

  var title: String {
    switch subject {
    case .holding(_, let asset, .spot): "\(asset)"
    case .holding(_, let asset, .collateral(let account)): "\(asset) in \(account)"
    case .leg(let id): "\(id.instrument) in \(id.account)"
    case .account(let id): "\(id)"
    case .row(_, let key): key
    case .strategy(let panel): panel.title
    }
  }

  /// The figures in columns, with a heading.
  var lines: [[Phrase]] {
    let figures = figures
    guard !figures.isEmpty else { return [[Phrase("it is not there any more", .unknown)]] }
    let heading = [
      "Figure".padded(toColumns: DetailLine.labelWidth),
      "Value".padded(toColumns: DetailLine.valueWidth, alignment: .right),
      "Age".padded(toColumns: DetailLine.ageWidth, alignment: .right), "  Source",
    ]
    return [[Phrase(heading.joined(), .label)]]
      + figures.map(\.phrases)
  }

  /// What the copy key takes.
  var text: String { ([title] + figures.map(\.text)).joined(separator: "\n") }

  var figures: [DetailLine] {
    guard let snapshot = context.snapshot else { return [] }
    let strategies = snapshot.figures.strategies
    switch subject {
    case .holding(let name, let asset, let origin):
      return strategies.first { $0.name == name }?.holdings.first { $0.asset == asset && $0.origin == origin }
        .map(lines) ?? []
    case .leg(let id): return strategies.lazy.flatMap(\.legs).first { $0.id == id }.map(lines) ?? []
    case .account(let id): return snapshot.figures.accounts.first { $0.id == id }.map(lines) ?? []
    case .row(let panel, let key): return own(key, panel, snapshot)
    case .strategy(let panel):
      let own = own("", panel, snapshot)
      guard own.isEmpty else { return own }
      guard !strategies.isEmpty else { return [] }
      return lines(strategies[Screen.strategyIndex(context.state, snapshot)], panel)
    }
  }

  /// What a panel tells of a row of its own.
  private func own(_ key: String, _ panel: PanelID, _ snapshot: HedgeSnapshot) -> [DetailLine] {
    let plain = PanelContext(
      theme: context.theme, glyphs: context.glyphs, strategy: Screen.strategyIndex(context.state, snapshot),
      hidesBalances: context.state.hidesBalances)
    return panels[panel]?.details(of: key, snapshot, plain) ?? []
  }
}
