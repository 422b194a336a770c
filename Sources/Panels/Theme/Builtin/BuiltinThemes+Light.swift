extension BuiltinThemes {
  /// `themes/light.theme`, word for word.
  static let lightText = """
    # hedgetop: dark letters on paper
    # The format is btop's; keys beginning with hedge_ are hedgetop's own, and btop passes over them.

    # Background (empty: the terminal's own), text, titles, keys, selection
    theme[main_bg]="#fbfaf7"
    theme[main_fg]="#24292f"
    theme[title]="#0b1117"
    theme[hi_fg]="#0550ae"
    theme[selected_bg]="#cfe3fb"
    theme[selected_fg]="#0b1117"

    # Labels, what is unavailable, meters, frames
    theme[inactive_fg]="#7d858e"
    theme[graph_text]="#57606a"
    theme[meter_bg]="#dcdfe3"
    theme[proc_misc]="#57606a"
    theme[cpu_box]="#b4bac1"
    theme[mem_box]="#b4bac1"
    theme[net_box]="#b4bac1"
    theme[proc_box]="#b4bac1"
    theme[div_line]="#b4bac1"

    # Scales: cpu is the distance from the beta target, used the margin ratio,
    # download the funding received, upload the funding paid
    theme[temp_start]="#0550ae"
    theme[temp_mid]="#6f42c1"
    theme[temp_end]="#bf3989"
    theme[cpu_start]="#1a7f37"
    theme[cpu_mid]="#9a6700"
    theme[cpu_end]="#c0201c"
    theme[free_start]="#7fc796"
    theme[free_mid]=""
    theme[free_end]="#1a7f37"
    theme[cached_start]="#84b4ea"
    theme[cached_mid]=""
    theme[cached_end]="#0550ae"
    theme[available_start]="#d7b25c"
    theme[available_mid]=""
    theme[available_end]="#9a6700"
    theme[used_start]="#1a7f37"
    theme[used_mid]="#9a6700"
    theme[used_end]="#c0201c"
    theme[download_start]="#6db784"
    theme[download_mid]="#3d9a59"
    theme[download_end]="#116329"
    theme[upload_start]="#d99a5b"
    theme[upload_mid]="#bc6a1f"
    theme[upload_end]="#953800"
    theme[process_start]="#1a7f37"
    theme[process_mid]="#9a6700"
    theme[process_end]="#c0201c"

    # States of a hedge
    theme[hedge_gain]="#116329"
    theme[hedge_loss]="#a1320c"
    theme[hedge_calm]="#1a7f37"
    theme[hedge_warning]="#8a5a00"
    theme[hedge_breach]="#c0201c"
    theme[hedge_stale]="#7a5c00"
    theme[hedge_notlive]="#6f42c1"

    """
}
