import Alerting
import Notifications
import TerminalCells

/// Tells the terminal the program runs in: by its bell, and by the title of its window while an alert lasts.
@MainActor
final class TerminalChannel: AlertChannel {
  private let terminal: any Terminal
  private let rings: Bool
  private let setsTitle: Bool

  /// A channel to `terminal`.
  init(_ terminal: any Terminal, rings: Bool, setsTitle: Bool) {
    self.terminal = terminal
    self.rings = rings
    self.setsTitle = setsTitle
  }

  func send(_ message: Message) async -> ChannelOutcome {
    if rings, message.notices.contains(where: { $0.event != .cleared }) { terminal.ring() }
    if setsTitle {
      terminal.setTitle(message.lead?.event == .cleared ? "hedgetop" : "\(message.title) \(message.text)")
    }
    return .delivered("shown")
  }
}
