/// Why a line is not understood; becomes a warning.
struct ProcessLineError: Error, Hashable, Sendable {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}
