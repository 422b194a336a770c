import HedgeStore

extension Screen {
  /// Keys that concern which of several portfolios is shown.
  ///
  /// - Returns: what to ask of the screen's owner; nil when the key is none of them.
  func performPortfolios(_ command: KeyCommand, _ state: inout ScreenState) -> [ScreenCommand]? {
    switch command {
    case .nextPortfolio: return turnPortfolio(by: 1, &state)
    case .previousPortfolio: return turnPortfolio(by: -1, &state)
    case .portfolios:
      openPortfolios(&state)
      return []
    default: return nil
    }
  }

  /// Puts the overview on the panels, at the portfolio shown.
  func openPortfolios(_ state: inout ScreenState) {
    guard let choice = several(&state) else { return }
    state.overlays.append(.portfolios(selected: choice.shown))
  }

  /// Shows the portfolio of a name, or of its beginning.
  func showPortfolio(named typed: String, _ state: inout ScreenState) -> [ScreenCommand] {
    guard let choice = several(&state) else { return [] }
    let names = choice.overview.portfolios.map(\.name)
    guard let name = named(typed, names, "portfolio", &state), let index = names.firstIndex(of: name) else { return [] }
    return show(portfolio: index, choice)
  }

  /// Keys on the overview.
  func performOverview(_ command: KeyCommand, selected: Int, _ state: inout ScreenState) -> [ScreenCommand] {
    guard let choice = several(&state) else {
      state.overlays.removeLast()
      return []
    }
    func select(_ row: Int) {
      state.overlays[state.overlays.count - 1] = .portfolios(selected: min(max(0, row), choice.count - 1))
    }
    switch command {
    case .back, .portfolios: state.overlays.removeLast()
    case .up: select(selected - 1)
    case .down: select(selected + 1)
    case .nextPortfolio: select((selected + 1) % choice.count)
    case .previousPortfolio: select((selected + choice.count - 1) % choice.count)
    case .top, .pageUp, .halfPageUp: select(0)
    case .bottom, .pageDown, .halfPageDown: select(choice.count - 1)
    case .help: state.overlays.append(.help(scroll: 0))
    case .open, .accept:
      state.overlays.removeLast()
      return show(portfolio: selected, choice)
    default: break
    }
    return []
  }

  private func turnPortfolio(by step: Int, _ state: inout ScreenState) -> [ScreenCommand] {
    several(&state).map { show(portfolio: $0.index(after: step), $0) } ?? []
  }

  private func show(portfolio index: Int, _ choice: PortfolioChoice) -> [ScreenCommand] {
    index == choice.shown ? [] : [.showPortfolio(index)]
  }

  private func several(_ state: inout ScreenState) -> PortfolioChoice? {
    guard let choice = state.portfolios, choice.count > 1 else {
      state.message = .refused("there is one portfolio only")
      return nil
    }
    return choice
  }
}
