/// Lets one reload run at a time, and one more after it however often it was asked for meanwhile.
struct ReloadQueue {
  private var isRunning = false
  private var isAskedAgain = false

  /// Notes that a reload is asked for.
  ///
  /// - Returns: whether to begin one now.
  mutating func ask() -> Bool {
    isAskedAgain = isRunning
    defer { isRunning = true }
    return !isRunning
  }

  /// Notes that one has ended.
  ///
  /// - Returns: whether to begin another now.
  mutating func next() -> Bool {
    isRunning = isAskedAgain
    isAskedAgain = false
    return isRunning
  }
}
