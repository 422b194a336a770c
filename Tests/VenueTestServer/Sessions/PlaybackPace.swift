/// How fast a recording is played.
public enum PlaybackPace: Sendable {
  /// So many times faster than it was recorded.
  case times(Double)
  /// So much between one message and the next, whatever the recording says.
  case every(Duration)
  /// As fast as the client reads.
  case unlimited
}
