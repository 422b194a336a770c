import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import Journal

/// Where a portfolio's decisions are kept, if anywhere.
enum JournalPlace {
  /// The decisions of a portfolio for a command that makes none. It takes no pen and makes no file.
  ///
  /// Where there is no place for a journal the hedge is shown all the same. Where there is one that cannot be read it is
  /// not: what would be shown might lack what was decided.
  ///
  /// - Throws: ``ProgramFailure`` when there is a journal and it cannot be used.
  static func reading(portfolio: String, folder: String) throws -> any DecisionJournal {
    do {
      return try ReadingJournal(portfolio: portfolio, folder: folder)
    } catch let error as JournalError where [.readOnly, .unavailable].contains(error.kind) {
      // The place is the journal itself, or a folder that could not be looked into.
      let path = SQLiteJournal.path(ofPortfolio: portfolio, in: folder)
      if FileManager.default.fileExists(atPath: path) { throw ProgramFailure(.runtime, error.description) }
      return UnkeptJournal(reason: error.description)
    } catch {
      throw ProgramFailure(.runtime, String(describing: error))
    }
  }

  /// The journal of a portfolio for a monitor, with the pen if nobody has it. Where nothing can be written for now the
  /// hedge is watched all the same; the journal says why.
  ///
  /// - Parameters:
  ///   - command: the command that runs.
  ///   - now: the time of the wall.
  /// - Throws: ``ProgramFailure`` when there is a journal and it cannot be used.
  static func keeping(
    _ configuration: Configuration, folder: String, command: String, now: Timestamp
  ) throws -> PortfolioJournal {
    do {
      return try PortfolioJournal(
        portfolio: configuration.portfolio.name, folder: folder, command: command,
        retention: configuration.history, now: now)
    } catch {
      throw ProgramFailure(.runtime, String(describing: error))
    }
  }
}
