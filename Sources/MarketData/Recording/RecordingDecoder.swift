import HedgeModel

/// Reads the lines of a recording; the format is told by ``RecordingEntry``. Strict: what is not exactly as it is
/// written is refused with its place. Any bytes are read or refused; none trap.
public enum RecordingDecoder {
  /// Reads the first line.
  ///
  /// - Parameters:
  ///   - line: its bytes, without the line feed.
  ///   - file: what errors call the file.
  /// - Throws: ``FeedError`` with `file:1:column`, what was found, and what is expected.
  public static func header(_ line: [UInt8], file: String) throws(FeedError) -> RecordingHeader {
    var scanner = RecordingScanner(line)
    do {
      let header = try scanner.header()
      try scanner.finish()
      return header
    } catch {
      throw located(error, file, 1)
    }
  }

  /// Reads another line.
  ///
  /// - Parameters:
  ///   - line: its bytes, without the line feed.
  ///   - file: what errors call the file.
  ///   - number: its number in the file, from 1.
  /// - Throws: ``FeedError`` with `file:line:column`, what was found, and what is expected.
  public static func entry(_ line: [UInt8], file: String, number: Int) throws(FeedError) -> RecordingEntry {
    var scanner = RecordingScanner(line)
    do {
      let entry = try scanner.entry()
      try scanner.finish()
      return entry
    } catch {
      throw located(error, file, number)
    }
  }

  private static func located(_ fault: RecordingFault, _ file: String, _ line: Int) -> FeedError {
    FeedError(
      place: "\(printable(file)):\(line):\(fault.offset + 1)",
      message: "\(fault.message); record anew, or cut the file before this line")
  }
}
