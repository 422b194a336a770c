import HedgeAnalytics
import HedgeConfiguration
import Journal
import MarketData
import NcursesTerminal
import Panels

/// Why a command cannot go on: the words for the user, and the exit code.
struct ProgramFailure: Error, CustomStringConvertible {
  /// What the program exits with.
  enum Code: Int32 {
    /// Something failed while running.
    case runtime = 1
    /// The configuration or a data file was wrong.
    case configuration = 3
    /// There are no prices, or only stale ones.
    case noData = 4
    /// `check`: the drift is beyond the band.
    case breach = 10
    /// The command line was wrong.
    case usage = 64
  }

  let code: Code
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  var description: String { message }

  /// The failure an error of any room amounts to; nil for an error that is none of ours, such as a request for help.
  init?(_ error: any Error) {
    switch error {
    case let failure as ProgramFailure: self = failure
    case let error as ConfigurationError: self.init(.configuration, error.description)
    case let error as FeedError: self.init(.configuration, error.description)
    case let error as BacktestError: self.init(.noData, error.description)
    case let error as ThemeFileError: self.init(.configuration, error.description)
    case let error as JournalError: self.init(.runtime, error.description)
    case let error as TerminalError: self.init(.runtime, error.message)
    default: return nil
    }
  }
}
