import CPty
import Glibc

/// The settings of a terminal that programs change and must give back.
public struct TerminalSettings: Hashable, Sendable {
  /// Whether typed letters are shown.
  public let echoes: Bool
  /// Whether input arrives in lines.
  public let isCanonical: Bool
  /// Whether Ctrl-C and Ctrl-Z send signals.
  public let sendsSignals: Bool
  private let input: tcflag_t
  private let output: tcflag_t
  private let control: tcflag_t
  private let local: tcflag_t

  init(_ settings: termios) {
    echoes = settings.c_lflag & tcflag_t(ECHO) != 0
    isCanonical = settings.c_lflag & tcflag_t(ICANON) != 0
    sendsSignals = settings.c_lflag & tcflag_t(ISIG) != 0
    input = settings.c_iflag
    output = settings.c_oflag
    control = settings.c_cflag
    local = settings.c_lflag
  }
}
