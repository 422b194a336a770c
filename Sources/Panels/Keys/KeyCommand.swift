import FoundationEssentials

/// What a key, a click or a typed command asks of the screen.
public enum KeyCommand: Hashable, Sendable {
  /// Ends the program.
  case quit
  /// Closes what lies on top, or clears the filter; never quits.
  case back
  /// Shows the keys.
  case help
  /// Types a filter for the rows of the focused panel.
  case filter
  /// Types a command by name.
  case commandLine
  /// One row up.
  case up
  /// One row down.
  case down
  /// To the first row.
  case top
  /// To the last row.
  case bottom
  /// A page up.
  case pageUp
  /// A page down.
  case pageDown
  /// Half a page up.
  case halfPageUp
  /// Half a page down.
  case halfPageDown
  /// Focus to the next panel.
  case nextPanel
  /// Focus to the panel before.
  case previousPanel
  /// The next page.
  case nextPage
  /// The page before.
  case previousPage
  /// Shows or hides the panel of that number on the page; on a screen of tabs turns to it.
  case togglePanel(Int)
  /// Sorts by the next column.
  case sort
  /// Reverses the order.
  case reverseSort
  /// 100 ms more between refreshes.
  case slower
  /// 100 ms less between refreshes.
  case faster
  /// Holds the display, or lets it go.
  case freeze
  /// The focused panel alone, or all again.
  case expand
  /// What the selected row is for: a strategy is shown on the page of the hedge, of anything else the details.
  case open
  /// Everything known of the selected row.
  case details
  /// A shorter stretch of history in the charts.
  case shorterRange
  /// A longer stretch of history in the charts.
  case longerRange
  /// Asks the feeds anew.
  case forceRefresh
  /// Draws the whole screen again.
  case redraw
  /// Reads the configuration again.
  case reload
  /// Stops the program until the shell continues it.
  case suspend
  /// Copies the selected row, or the panel's summary.
  case copy
  /// Hides amounts, or shows them.
  case hideBalances
  /// Tries another hedge ratio.
  case hedgeRatio
  /// Records a suggested trade as made.
  case recordFill
  /// Takes the last decision back.
  case undo
  /// Marks the strategy as looked at.
  case markReviewed
  /// Acknowledges the alerts.
  case acknowledge
  /// Has the alerts be quiet for an hour.
  case snooze
  /// Shows the log.
  case log
  /// Shows the next of several portfolios.
  case nextPortfolio
  /// Shows the portfolio before.
  case previousPortfolio
  /// Shows all portfolios, a row each.
  case portfolios
  /// Turns to the next strategy.
  case nextStrategy
  /// Turns to the next theme.
  case nextTheme

  /// Changes the number being tried by this much.
  case step(Decimal)
  /// Sets the number being tried.
  case preset(Decimal)
  /// To the next field, or the other button.
  case nextField
  /// To the field before, or the other button.
  case previousField
  /// The next of several suggested trades.
  case nextChoice
  /// The suggested trade before.
  case previousChoice
  /// Asks, or does what the chosen button says.
  case accept
  /// Does what was asked about.
  case confirm
  /// Rubs out to the left.
  case rubOut
  /// Rubs out all.
  case rubOutAll
}
