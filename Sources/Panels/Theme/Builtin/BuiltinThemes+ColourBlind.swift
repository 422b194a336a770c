extension BuiltinThemes {
  /// `themes/colour-blind.theme`, word for word.
  static let colourBlindText = """
    # hedgetop: blue is well, orange is not: no meaning hangs on red against green
    # The format is btop's; keys beginning with hedge_ are hedgetop's own, and btop passes over them.

    # Background (empty: the terminal's own), text, titles, keys, selection
    theme[main_bg]="#10141a"
    theme[main_fg]="#d0d5dc"
    theme[title]="#eef2f7"
    theme[hi_fg]="#8ecbff"
    theme[selected_bg]="#2c4a6b"
    theme[selected_fg]="#ffffff"

    # Labels, what is unavailable, meters, frames
    theme[inactive_fg]="#717a86"
    theme[graph_text]="#929dab"
    theme[meter_bg]="#313843"
    theme[proc_misc]="#929dab"
    theme[cpu_box]="#414d5c"
    theme[mem_box]="#414d5c"
    theme[net_box]="#414d5c"
    theme[proc_box]="#414d5c"
    theme[div_line]="#414d5c"

    # Scales: cpu is the distance from the beta target, used the margin ratio,
    # download the funding received, upload the funding paid
    theme[temp_start]="#56b4e9"
    theme[temp_mid]="#c8b7d9"
    theme[temp_end]="#e8a0c8"
    theme[cpu_start]="#3d9bdc"
    theme[cpu_mid]="#e6d36a"
    theme[cpu_end]="#f08a24"
    theme[free_start]="#2a5f8f"
    theme[free_mid]=""
    theme[free_end]="#56b4e9"
    theme[cached_start]="#2a5f8f"
    theme[cached_mid]=""
    theme[cached_end]="#56b4e9"
    theme[available_start]="#8f7a2a"
    theme[available_mid]=""
    theme[available_end]="#e6d36a"
    theme[used_start]="#3d9bdc"
    theme[used_mid]="#e6d36a"
    theme[used_end]="#f08a24"
    theme[download_start]="#2a6fa8"
    theme[download_mid]="#3d9bdc"
    theme[download_end]="#7cc7f5"
    theme[upload_start]="#9c5a18"
    theme[upload_mid]="#d9761a"
    theme[upload_end]="#ffa64d"
    theme[process_start]="#3d9bdc"
    theme[process_mid]="#e6d36a"
    theme[process_end]="#f08a24"

    # States of a hedge
    theme[hedge_gain]="#6bbcf0"
    theme[hedge_loss]="#f5a04c"
    theme[hedge_calm]="#56b4e9"
    theme[hedge_warning]="#f0e06a"
    theme[hedge_breach]="#ff8c1a"
    theme[hedge_stale]="#d8c25a"
    theme[hedge_notlive]="#cfc4e8"

    """
}
