import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// What the screen asks its owner to do. The screen itself changes nothing but its own state.
public enum ScreenCommand: Hashable, Sendable {
  /// End the program.
  case quit
  /// Stop until the shell continues the program.
  case suspend
  /// Send the whole screen again.
  case redraw
  /// Ask the feeds anew.
  case forceRefresh
  /// Refresh every so many milliseconds.
  case setInterval(milliseconds: Int)
  /// Put text in the clipboard.
  case copy(String)
  /// Read the configuration again.
  case reloadConfiguration
  /// Compute what this hedge ratio would take; nil ends the trial.
  case previewHedgeRatio(strategy: String, ratio: Decimal?)
  /// Set the hedge ratio; confirmed by the user.
  case commitHedgeRatio(strategy: String, ratio: Decimal)
  /// Record a trade made on the venue, signed contracts; confirmed by the user.
  case recordFill(LegID, contracts: Decimal, price: Decimal)
  /// Take the last decision back; confirmed by the user.
  case undo(strategy: String, decision: Int64)
  /// Note that the strategy has been looked at.
  case markReviewed(strategy: String)
  /// Acknowledge these alerts.
  case acknowledgeAlerts([String])
  /// Hear nothing of these alerts for a time, unless they get worse.
  case snoozeAlerts([String], for: Duration)
  /// Write a ticket to a new file.
  case exportTicket(TradeTicket, TicketFormat, path: String)
  /// Show the portfolio at that place, as its screen was left.
  case showPortfolio(Int)
  /// Show the theme of that name.
  case setTheme(String)
}
