import Foundation

/// Words for the user beside the output proper.
enum StandardError {
  /// Writes text to standard error.
  static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Writes what the user should know and what stops nothing, on a line of its own and without control characters.
  @MainActor static func warn(_ text: String) {
    write("hedgetop: \(PrintableLines.text(text))\n")
  }
}
