extension BuiltinThemes {
  /// `themes/default.theme`, word for word.
  static let defaultText = """
    # hedgetop: dark, calm, for every day
    # The format is btop's; keys beginning with hedge_ are hedgetop's own, and btop passes over them.

    # Background (empty: the terminal's own), text, titles, keys, selection
    theme[main_bg]="#11151a"
    theme[main_fg]="#c9d1d9"
    theme[title]="#e6edf3"
    theme[hi_fg]="#6cb6ff"
    theme[selected_bg]="#264466"
    theme[selected_fg]="#ffffff"

    # Labels, what is unavailable, meters, frames
    theme[inactive_fg]="#6e7681"
    theme[graph_text]="#8b98a5"
    theme[meter_bg]="#30363d"
    theme[proc_misc]="#8b98a5"
    theme[cpu_box]="#3d4b5c"
    theme[mem_box]="#3d4b5c"
    theme[net_box]="#3d4b5c"
    theme[proc_box]="#3d4b5c"
    theme[div_line]="#3d4b5c"

    # Scales: cpu is the distance from the beta target, used the margin ratio,
    # download the funding received, upload the funding paid
    theme[temp_start]="#6cb6ff"
    theme[temp_mid]="#c297ff"
    theme[temp_end]="#ff7ab8"
    theme[cpu_start]="#57c785"
    theme[cpu_mid]="#e3b341"
    theme[cpu_end]="#ff6b5e"
    theme[free_start]="#2f6f4f"
    theme[free_mid]=""
    theme[free_end]="#57c785"
    theme[cached_start]="#2b5c8a"
    theme[cached_mid]=""
    theme[cached_end]="#6cb6ff"
    theme[available_start]="#8a6d1f"
    theme[available_mid]=""
    theme[available_end]="#e3b341"
    theme[used_start]="#57c785"
    theme[used_mid]="#e3b341"
    theme[used_end]="#ff6b5e"
    theme[download_start]="#2f6f4f"
    theme[download_mid]="#45a36c"
    theme[download_end]="#6fdc9b"
    theme[upload_start]="#8a4a2a"
    theme[upload_mid]="#d9822b"
    theme[upload_end]="#ff9f50"
    theme[process_start]="#57c785"
    theme[process_mid]="#e3b341"
    theme[process_end]="#ff6b5e"

    # States of a hedge
    theme[hedge_gain]="#57c785"
    theme[hedge_loss]="#ff8f70"
    theme[hedge_calm]="#57c785"
    theme[hedge_warning]="#e3b341"
    theme[hedge_breach]="#ff5c4d"
    theme[hedge_stale]="#c9a227"
    theme[hedge_notlive]="#c297ff"

    """
}
