import HedgeAnalytics
import Panels

extension ScreenRole {
  /// Why a command is not carried out for a screen of this role; nil when it is.
  func refusal(of command: ScreenCommand) -> String? {
    if let refusal, command.changesSession { return refusal }
    guard !ownsSession, case .exportTicket(_, _, let path) = command, !path.hasPrefix("/"), !path.hasPrefix("~/") else {
      return nil
    }
    return "the service writes the file: name it from / or ~/ on, as its folder is another"
  }
}

extension ScreenCommand {
  /// Whether it reaches beyond the screen it was given on.
  fileprivate var changesSession: Bool {
    switch self {
    case .quit, .suspend, .redraw, .setInterval, .copy, .setTheme, .showPortfolio: false
    // Ending a trial takes nothing that was not taken before.
    case .previewHedgeRatio(_, let ratio): ratio != nil
    case .forceRefresh, .reloadConfiguration, .commitHedgeRatio, .recordFill, .undo, .markReviewed, .acknowledgeAlerts,
      .snoozeAlerts, .exportTicket:
      true
    }
  }
}
