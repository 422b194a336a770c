/// The themes the program carries within itself, the same as the files of the project's `themes` folder.
public enum BuiltinThemes {
  /// Each theme's name and the text of its file; the default first.
  public static let files: [(name: String, text: String)] = [
    ("default", defaultText), ("light", lightText), ("high-contrast", highContrastText),
    ("colour-blind", colourBlindText), ("mono", monoText),
  ]

  /// The names, the default first: the order of the key that cycles through them.
  public static var names: [String] { files.map(\.name) }

  /// The built-in theme of that name; nil when there is none.
  public static func theme(named name: String) -> Theme? {
    guard let text = files.first(where: { $0.name == name })?.text else { return nil }
    return try? Theme(name: name, bytes: Array(text.utf8))
  }

  /// The theme when none is chosen, or the chosen one cannot be read.
  public static var standard: Theme { Theme(name: "default", file: defaultFile) }

  /// What other files fall back on. A test holds the text to be readable; nothing is left to fall back on here.
  static let defaultFile: ThemeFile =
    (try? ThemeFile(text: defaultText, file: "default.theme")) ?? ThemeFile(colours: [:])
}
