/// What a ``ConnectionMachine`` wants done. Connections go by the numbers it gives them.
public enum ConnectionAction: Hashable, Sendable {
  /// Connect, and tell what happens under this number.
  case open(Int)
  /// Send a text message.
  case send(Int, String)
  /// Send a ping frame.
  case ping(Int)
  /// End the connection; nothing more of it is wanted.
  case close(Int)
  /// Tell the user.
  case log(String)
  /// The connection has become the one that counts: fetch by REST what was missed.
  case fetchSnapshot
}
