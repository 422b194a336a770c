import FoundationEssentials
import HedgeConfiguration

/// Writes a result to a file the user names.
enum OutputFile {
  /// Writes a whole file or nothing.
  ///
  /// - Parameters:
  ///   - option: the option that named it, for the message.
  ///   - replaces: whether a file that exists may be replaced.
  /// - Throws: ``ProgramFailure`` when it exists and may not be replaced, or cannot be written.
  static func write(_ text: String, to path: String, option: String, replaces: Bool) throws {
    try check(path, option: option, replaces: replaces)
    guard replaces, FileManager.default.fileExists(atPath: path) else {
      return try ConfigurationWriter.write(text, to: path)
    }
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw ProgramFailure(.runtime, "\(option) \(path): cannot be written; check the folder's permissions and room")
    }
  }

  /// Refuses a file that exists, before any work is done for it.
  ///
  /// - Throws: ``ProgramFailure`` when it exists and may not be replaced.
  static func check(_ path: String, option: String, replaces: Bool) throws {
    if !replaces, FileManager.default.fileExists(atPath: path) {
      throw ProgramFailure(.usage, "\(option): \(path) exists and is left as it is; --force replaces it")
    }
  }
}
