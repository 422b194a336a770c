extension BuiltinThemes {
  /// `themes/high-contrast.theme`, word for word.
  static let highContrastText = """
    # hedgetop: pure colours on black, for glare and weak eyes
    # The format is btop's; keys beginning with hedge_ are hedgetop's own, and btop passes over them.

    # Background (empty: the terminal's own), text, titles, keys, selection
    theme[main_bg]="#000000"
    theme[main_fg]="#ffffff"
    theme[title]="#ffffff"
    theme[hi_fg]="#00ffff"
    theme[selected_bg]="#ffffff"
    theme[selected_fg]="#000000"

    # Labels, what is unavailable, meters, frames
    theme[inactive_fg]="#b0b0b0"
    theme[graph_text]="#e0e0e0"
    theme[meter_bg]="#606060"
    theme[proc_misc]="#e0e0e0"
    theme[cpu_box]="#ffffff"
    theme[mem_box]="#ffffff"
    theme[net_box]="#ffffff"
    theme[proc_box]="#ffffff"
    theme[div_line]="#ffffff"

    # Scales: cpu is the distance from the beta target, used the margin ratio,
    # download the funding received, upload the funding paid
    theme[temp_start]="#00ffff"
    theme[temp_mid]="#ff80ff"
    theme[temp_end]="#ff00ff"
    theme[cpu_start]="#00ff00"
    theme[cpu_mid]="#ffff00"
    theme[cpu_end]="#ff4040"
    theme[free_start]="#00c000"
    theme[free_mid]=""
    theme[free_end]="#00ff00"
    theme[cached_start]="#00c0c0"
    theme[cached_mid]=""
    theme[cached_end]="#00ffff"
    theme[available_start]="#c0c000"
    theme[available_mid]=""
    theme[available_end]="#ffff00"
    theme[used_start]="#00ff00"
    theme[used_mid]="#ffff00"
    theme[used_end]="#ff4040"
    theme[download_start]="#00c000"
    theme[download_mid]="#00e000"
    theme[download_end]="#00ff00"
    theme[upload_start]="#ffb000"
    theme[upload_mid]="#ff9000"
    theme[upload_end]="#ff7000"
    theme[process_start]="#00ff00"
    theme[process_mid]="#ffff00"
    theme[process_end]="#ff4040"

    # States of a hedge
    theme[hedge_gain]="#00ff00"
    theme[hedge_loss]="#ff9060"
    theme[hedge_calm]="#00ff00"
    theme[hedge_warning]="#ffff00"
    theme[hedge_breach]="#ff3030"
    theme[hedge_stale]="#ffc000"
    theme[hedge_notlive]="#ff80ff"

    """
}
