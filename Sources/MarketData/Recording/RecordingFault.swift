/// Why a line of a recording is not understood, and where in it.
struct RecordingFault: Error, Hashable {
  /// What was found and what is expected.
  let message: String
  /// Bytes before the place.
  let offset: Int
}
