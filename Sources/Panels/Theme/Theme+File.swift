import TerminalCells

extension Theme {
  /// The theme a file describes; what it leaves out comes from the default theme.
  ///
  /// - Parameters:
  ///   - name: the theme's name, usually the file's without its extension.
  ///   - bytes: the file's content.
  /// - Throws: ``ThemeFileError`` naming every line that is not understood.
  public init(name: String, bytes: some Collection<UInt8>) throws(ThemeFileError) {
    self.init(name: name, file: try ThemeFile(bytes: bytes, file: "\(name).theme"))
  }

  /// The theme made of a file's colours. A file whose every colour is empty asks for no colours at all: it becomes
  /// ``monochrome(name:)``.
  public init(name: String, file: ThemeFile) {
    guard file.colours.values.contains(where: { $0 != .terminalDefault }) else {
      self = .monochrome(name: name)
      return
    }
    let palette = ThemePalette(file: file, fallback: BuiltinThemes.defaultFile)
    self.init(name: name, styles: palette.styles, gradients: palette.gradients)
  }
}
