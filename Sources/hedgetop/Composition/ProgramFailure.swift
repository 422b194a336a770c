/// Why a command cannot go on: the words for the user, and the exit code.
struct ProgramFailure: Error, CustomStringConvertible {
  /// What the program exits with.
  enum Code: Int32 {
    /// Something failed while running.
    case runtime = 1
    /// The command line was wrong.
    case usage = 2
    /// The configuration was wrong.
    case configuration = 3
    /// There are no prices, or only stale ones.
    case noData = 4
    /// `check`: the drift is beyond the band.
    case breach = 10
  }

  let code: Code
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  var description: String { message }
}
