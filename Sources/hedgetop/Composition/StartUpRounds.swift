/// When the pages of the start are given back, counted in snapshots or pictures.
///
/// With the fifth each path has run on a market of this machine; by the sixtieth and the three-hundredth exchanges have
/// told their past. After that they are given back now and then, for what a rare command has touched.
struct StartUpRounds {
  private static let first: Set = [5, 60, 300]
  private static let later = 3600
  private var count = 0

  /// Another snapshot or picture has come.
  ///
  /// - Parameter release: what gives the pages back.
  mutating func came(release: () -> Void = StartUpPages.release) {
    count += 1
    if Self.first.contains(count) || count.isMultiple(of: Self.later) { release() }
  }
}
