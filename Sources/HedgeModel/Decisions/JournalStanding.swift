/// Whether decisions can be kept here and now.
public enum JournalStanding: Hashable, Sendable {
  /// They can.
  case writes
  /// Another process has the pen; who, in words: `hedgetop watch, pid 812, since …`. What it decides is followed.
  case watches(holder: String)
  /// They cannot, for a reason that may pass: no room, a folder that may not be written.
  case unkept(reason: String)
}
