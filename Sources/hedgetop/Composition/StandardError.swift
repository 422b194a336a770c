import Foundation

/// Words for the user beside the output proper.
enum StandardError {
  /// Writes text to standard error.
  static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
