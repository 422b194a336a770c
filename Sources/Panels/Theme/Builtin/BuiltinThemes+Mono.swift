extension BuiltinThemes {
  /// `themes/mono.theme`, word for word.
  static let monoText = """
    # hedgetop: no colours at all, only bold, reverse and underline
    # A file whose every colour is empty asks for attributes instead of colours.

    theme[main_bg]=""
    theme[main_fg]=""
    theme[title]=""
    theme[hi_fg]=""
    theme[selected_bg]=""
    theme[selected_fg]=""
    theme[inactive_fg]=""
    theme[div_line]=""

    """
}
