/// What a dialog wants after a key.
enum DialogOutcome: Hashable {
  /// Nothing: the key changed nothing but the dialog, or not even that.
  case stays
  /// The number being tried is another one.
  case changed
  /// The user wants to be asked.
  case asks
  /// The user has gone back.
  case closes
}
