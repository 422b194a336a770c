import FoundationEssentials
import HedgeModel
import Journal

/// Where a portfolio's decisions are kept, if anywhere.
enum JournalPlace {
  /// Opens the journal of a portfolio in a folder.
  ///
  /// Where none can be made the hedge is watched all the same, without decisions. Where there is one that cannot be
  /// read it is not: what would be shown might lack what was decided.
  ///
  /// - Throws: ``ProgramFailure`` when there is a journal and it cannot be used.
  static func open(portfolio: String, folder: String) throws -> any DecisionJournal {
    do {
      return try SQLiteJournal(portfolio: portfolio, folder: folder)
    } catch let error as JournalError where [.readOnly, .unavailable, .diskFull].contains(error.kind) {
      // The place is the journal itself, or a folder that could not be made for it.
      if error.place.hasSuffix(".sqlite"), FileManager.default.fileExists(atPath: error.place) {
        throw ProgramFailure(.runtime, error.description)
      }
      return UnkeptJournal(reason: error.description)
    } catch {
      throw ProgramFailure(.runtime, String(describing: error))
    }
  }
}
