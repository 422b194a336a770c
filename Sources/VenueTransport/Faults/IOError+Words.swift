import Glibc
import NIOCore

extension IOError {
  /// The system's words: `Connection refused`.
  var reasonWords: String {
    guard let words = strerror(errnoCode) else { return "error \(errnoCode)" }
    return String(cString: words)
  }
}
